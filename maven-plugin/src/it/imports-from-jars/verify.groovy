import java.util.zip.ZipFile

def catalog = new File(basedir, 'catalog/target')
def orders = new File(basedir, 'orders #%+ 1/target')
def embedded = { jar ->
    def zip = new ZipFile(jar)
    try {
        zip.entries().findAll { it.name.endsWith('.rpcidl') }.collect { it.name }
    } finally {
        zip.close()
    }
}

assert embedded(new File(catalog, 'catalog-1.jar')) == ['META-INF/rpcidl/shop/catalog/catalog.rpcidl']
assert embedded(new File(catalog, 'catalog-1-tests.jar')) == ['META-INF/rpcidl/shop/fixtures/fixtures.rpcidl']
assert embedded(new File(orders, 'orders-1.jar')) == [] : 'embedSources is false there'

assert new File(orders, 'generated-sources/rpcidl/shop/orders/Line.java').isFile()
assert !new File(orders, 'generated-sources/rpcidl/shop/catalog').exists() : 'an import is not generated again'
assert new File(orders, 'classes/shop/UsesOrders.class').isFile()
assert new File(orders, 'test-classes/shop/baskets/Basket.class').isFile()
assert !new File(orders, 'generated-test-sources/rpcidl/shop/fixtures').exists()

def log = new File(basedir, 'build.log').text
assert log.count('[INFO] generated Java in ') == 6 : 'the second time for folders instead of jars'
assert log.count(': 0 files written, 0 deleted') == 2 : 'which hold the same'
assert log.count('[INFO] nothing has changed since Java was generated in ') == 6
