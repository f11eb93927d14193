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

// a second execution has an output of its own, and is refused when it has not
assert new File(target, 'generated-sources/more/shop/more/More.java').isFile()
assert new File(target, 'classes/shop/more/More.class').isFile()
def output = new File(target, 'generated-sources/rpcidl')
def first = new File(basedir, 'src/main/rpcidl')
def second = new File(basedir, 'src/more/rpcidl')
assert log.contains("two executions generate into $output, from $first and from $second; give each an <outputDirectory> of its own")
assert new File(output, 'shop/orders/Line.java').isFile() : 'nothing of the first is touched'
