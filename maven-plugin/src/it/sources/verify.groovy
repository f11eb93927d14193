def source = new File(basedir, 'src/main/rpcidl/shop/shop.rpcidl')
def log = new File(basedir, 'build.log').text

assert log.contains("[ERROR] $source:[2,1] RPC1301 ")
assert log.contains("[INFO] formatted $source")
assert source.text == '''rpcidl 1;

package shop;

struct Line {
  1: string product;
  2: u32 quantity;
}
'''
assert log.contains('[INFO] all files are formatted')

assert log.count("[WARNING] $source:[5,8] RPC1011 ") == 2 : 'it has no documentation'
assert log.contains("[INFO] no errors in ${new File(basedir, 'src/main/rpcidl')}")
assert !new File(basedir, 'target').exists() : 'check writes nothing'
