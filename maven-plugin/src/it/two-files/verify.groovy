def target = new File(basedir, 'target')
def log = new File(basedir, 'build.log').text

assert new File(target, 'generated-sources/rpcidl/shop/catalog/ProductId.java').isFile()
assert new File(target, 'generated-sources/rpcidl/shop/orders/Line.java').isFile()
assert new File(target, 'generated-test-sources/rpcidl/shop/fixtures/Basket.java').isFile()
assert !new File(target, 'generated-test-sources/rpcidl/shop/orders').exists() : 'an import is not generated again'

assert new File(target, 'classes/shop/orders/Line.class').isFile()
assert new File(target, 'test-classes/shop/fixtures/Basket.class').isFile()
assert !new File(target, 'classes/shop/fixtures').exists() : 'test sources stay out of the main classes'

assert log.contains('[INFO] nothing to generate: ' + new File(basedir, 'src/absent') + ' does not exist')
