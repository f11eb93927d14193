package io.rpcidl.samples.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rpcidl.RpcClient;
import io.rpcidl.samples.etcd.kv.KV;
import io.rpcidl.samples.etcd.kv.KVClient;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.server.EtcdOptions;
import io.rpcidl.samples.etcd.server.EtcdServer;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.Value;
import io.rpcidl.value.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that this sample's README shows is the code below, and it runs. */
class ReadmeIT {

    private static final Path SOURCE = Path.of("src/test/java/io/rpcidl/samples/etcd/ReadmeIT.java");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Test
    void runsTheCodeOfThePage() {
        assertThatCode(() -> putOne(new Key(octets("greeting")), new Value(octets("hello"))))
                .doesNotThrowAnyException();
    }

    @Test
    void findsTheCodeOfThePageHere() throws IOException {
        Matcher shown = JAVA.matcher(Files.readString(Path.of("README.md")));

        assertThat(shown.find()).isTrue();
        assertThat(words(Files.readString(SOURCE))).contains(words(shown.group(1)));
        assertThat(shown.find()).as("a second block of Java").isFalse();
    }

    private static void putOne(Key key, Value value) throws Exception {
        try (EtcdServer server = EtcdServer.start(EtcdOptions.DEFAULTS);
                RpcClient client = RpcClient.builder()
                        .target("127.0.0.1:" + server.port())
                        .plaintext()
                        .build()) {
            KV keys = new KVClient(client);
            keys.put(PutRequest.builder().key(key).value(value).build());
        }
    }

    private static Bytes octets(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String words(String source) {
        return BLANKS.matcher(source).replaceAll("");
    }
}
