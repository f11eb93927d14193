def java = new File(System.getProperty('java.home'), 'bin/java').path
def jar = new File(basedir, '../../rpcidl.jar').canonicalPath
def project = new File(basedir, 'hello')
def init = [java, '-jar', jar, 'init', project.path, '--package', 'it.hello.v1'].execute()
init.waitForProcessOutput(System.out, System.err)
assert init.exitValue() == 0
