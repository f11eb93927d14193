def sources = new File(basedir, 'src/main/rpcidl/shop')
def log = new File(basedir, 'build.log').text
def at = { file, place -> '[ERROR] ' + new File(sources, file) + ':' + place + ' RPC' }

// every error of every file, in one run
assert log.contains(at('syntax.rpcidl', '[5,17]'))
assert log.contains(at('names.rpcidl', '[5,6]'))
assert log.contains(at('imports.rpcidl', '[4,8]'))
assert log.contains(at('numbers.rpcidl', '[6,3]'))
assert log.contains('[ERROR]     ' + new File(sources, 'numbers.rpcidl') + ':[5,3]') : 'the first use is shown too'

assert log.contains('4 errors in ' + new File(basedir, 'src/main/rpcidl') + '; nothing was generated')
assert log.contains('4 errors in ' + new File(basedir, 'src/main/rpcidl') + ' and ' + new File(basedir, 'src/test/rpcidl')) : 'check'
assert log.count(at('syntax.rpcidl', '[5,17]')) == 2 : 'both goals'
assert !log.contains('\tat ') : 'no stack trace'
assert !new File(basedir, 'target/generated-sources').exists()

// every goal, and every parameter of it
['rpcidl:generate', 'rpcidl:generate-test', 'rpcidl:check', 'rpcidl:help'].each { assert log.contains(it + '\n') }
['sourceDirectory', 'importDirectories', 'outputDirectory', 'upToDateCheck', 'testSourceDirectory'].each {
    assert log =~ "(?m)^    $it\\b"
}

assert log.count('[INFO] rpcidl is skipped') == 2
