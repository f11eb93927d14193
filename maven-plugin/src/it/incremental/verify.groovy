def target = new File(basedir, 'target')
def java = new File(target, 'generated-sources/rpcidl/shop')
def embedded = new File(target, 'classes/META-INF/rpcidl/shop')
def log = new File(basedir, 'build.log').text
def output = new File(target, 'generated-sources/rpcidl')

assert log.contains("[INFO] generated Java in $output: 5 files written, 0 deleted")
assert log.contains("[INFO] nothing has changed since Java was generated in $output") : 'the same sources, written anew'
assert log.contains("[INFO] generated Java in $output: 4 files written, 2 deleted")

assert !new File(java, 'deleted/Deleted.java').exists()
assert new File(java, 'deleted/Mine.java').isFile() : 'it is not ours'
assert !new File(java, 'before').exists()
assert new File(java, 'after/Moved.java').isFile()
assert new File(java, 'edited/Edited.java').text.contains('long value')
assert new File(java, 'kept/Kept.java').text.contains('import shop.after.Moved;')

assert !new File(embedded, 'deleted').exists() : 'what is gone must not stay in the jar'
assert !new File(embedded, 'before').exists()
assert new File(embedded, 'after/moved.rpcidl').isFile()
assert new File(embedded, 'edited/edited.rpcidl').text.contains('u64')
