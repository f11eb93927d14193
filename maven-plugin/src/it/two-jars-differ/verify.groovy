def log = new File(basedir, 'build.log').text
def source = new File(basedir, 'three/src/main/rpcidl/shop/orders/orders.rpcidl')
def place = { module -> "$basedir/$module/target/$module-1.jar!/META-INF/rpcidl/shop/catalog/catalog.rpcidl:[4,19]" }

assert log.contains("[ERROR] $source:[4,8] RPC0217 two roots hold `shop/catalog/catalog.rpcidl` with different content")
assert log.contains('[ERROR]     ' + place('one'))
assert log.contains('[ERROR]     ' + place('two'))
assert log.contains('[ERROR]     help: ')
assert !log.contains('\tat ') : 'no stack trace'
