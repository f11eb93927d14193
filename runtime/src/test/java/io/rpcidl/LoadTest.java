package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TransportKind.class)
@Timeout(120)
class LoadTest extends CallFixture {
    private static final int THREADS = 16;
    private static final int CALLS = 300;

    LoadTest(TransportKind kind) {
        super(kind);
    }

    private static long checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static Message random(SplittableRandom random) {
        int length = random.nextInt(100) == 0 ? 200_000 : random.nextInt(200);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(10) == 0 ? 'ä' + random.nextInt(5_000) : 'a' + random.nextInt(26)));
        }
        return new Message(text.toString(), checksum(text.toString()));
    }

    @Test
    void answersEachOfManyThreadsWithItsOwnReply() throws Exception {
        RpcServer server = serve(new Echo() {
            @Override
            public Message echo(Message message) {
                assertThat(message.number()).isEqualTo(checksum(message.text()));
                return message;
            }
        });
        RpcClient client = connect(server);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        closeLater(threads::shutdownNow);
        List<CompletableFuture<Void>> loads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            SplittableRandom random = new SplittableRandom(t);
            loads.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < CALLS; i++) {
                            Message message = random(random);
                            assertThat(echo(client, message)).isEqualTo(message);
                        }
                    },
                    threads));
        }

        for (CompletableFuture<Void> load : loads) {
            load.get();
        }
        assertThat(log.lines()).isEmpty();
        assertThat(transport.connects()).isEqualTo(1);
    }
}
