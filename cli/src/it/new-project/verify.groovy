def target = new File(basedir, 'hello/target')
def report = new File(target, 'surefire-reports/TEST-it.hello.v1.server.PoliteGreeterTest.xml').text
assert report.contains('tests="2"') && report.contains('errors="0"') && report.contains('failures="0"')
assert new File(target, 'hello-0.1.0-SNAPSHOT.jar').isFile()
assert !new File(basedir, 'build.log').text.contains('[WARNING]')
