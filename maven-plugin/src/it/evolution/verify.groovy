def log = new File(basedir, 'build.log').text
def source = { step -> new File(basedir, "src/$step/rpcidl/shop/shop.rpcidl") }

assert new File(basedir, 'src/one/rpcidl/shop/shop.rpcidl.lock').text.contains('struct Line 1: product string')
assert log.contains("[INFO] wrote ${source('one')}.lock")

// a type that changes breaks the wire, whatever it is compared with: the artifact, its jar, the lock file
assert log.count("[ERROR] ${source('two')}:[5,") == 2
assert log.count("[ERROR] ${source('locked')}:[5,") == 1
assert log.count(' up to level SOURCE') == 2 : 'what did not change agrees with the lock file and with the artifact'

assert log.contains('the baseline nonsense is no artifact; write groupId:artifactId:version')
assert !log.contains('\tat ') : 'no stack trace'
