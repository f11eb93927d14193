package io.rpcidl.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputDigestsTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeASource() throws IOException {
        Files.writeString(root.resolve("shop.rpcidl"), "rpcidl 1;\npackage shop;\n");
    }

    @Test
    void readsLocksThatAreLongerThanSourcesMayBe() throws IOException {
        Files.write(root.resolve("shop.rpcidl.lock"), new byte[SourceReader.MAX_BYTES + 1]);

        assertThat(digests())
                .containsOnlyKeys(
                        root.resolve("shop.rpcidl").toString(),
                        root.resolve("shop.rpcidl.lock").toString());
    }

    @Test
    void findsLocksUnreadableThatAreLongerThanLocksMayBe() throws IOException {
        Files.write(root.resolve("shop.rpcidl.lock"), new byte[InputDigests.MAX_LOCK_BYTES + 1]);

        assertThat(digests()).isNull();
    }

    @Test
    void findsSourcesUnreadableThatAreLongerThanSourcesMayBe() throws IOException {
        Files.write(root.resolve("large.rpcidl"), new byte[SourceReader.MAX_BYTES + 1]);

        assertThat(digests()).isNull();
    }

    private @Nullable SortedMap<String, String> digests() {
        return InputDigests.of(List.of(root), List.of(), List.of(), List.of(), Map.of());
    }
}
