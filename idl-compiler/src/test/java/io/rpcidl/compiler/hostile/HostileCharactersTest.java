package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileCharactersTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @DisplayName("K06: names are ASCII, and what is not is shown with its line and column")
    @ValueSource(
            strings = {
                "n\u00e4me", // a letter that is not ASCII
                "na\u200bme", // zero width space
                "na\u200dme", // zero width joiner
                "\u0430dmin", // a Cyrillic letter that looks like a Latin one
                "\uff41dmin", // a letter of full width
                "na\u202eme", // text turned around from here on
                "na\ufeffme", // a byte order mark inside
                "n\ud835\udc4ame", // outside the basic plane
                "\u540d\u524d"
            })
    void refusesNamesThatAreNotAscii(String name) {
        new Sources(root).with("a", "struct A {\n  1: string " + name + ";\n}");

        assertThat(text()).contains("[RPC01").contains("p/a.rpcidl:4:13");
        assertThat(text()).doesNotContain("\u202e").doesNotContain("\u200b").doesNotContain("\ufeff");
        assertThat(new Sources(root).codes()).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("K06: neither is any other word")
    @ValueSource(strings = {"\u0000", "\u0001", "\u00a0", "\u2028", "\u0085", "\f", "\u007f", "\\", "#", "$", "'"})
    void refusesOtherCharacters(String character) {
        new Sources(root).with("a", "struct A {\n  1: string name" + character + ";\n}");

        assertThat(text()).contains("[RPC0").contains("p/a.rpcidl:4:").doesNotContain("\u0000");
        assertThat(new Sources(root).codes()).hasSize(1);
    }

    @Test
    @DisplayName("K06: a byte order mark stands in line 1, column 1")
    void refusesAByteOrderMark() {
        new Sources(root).withBytes("p/a.rpcidl", "\ufeffrpcidl 1;\npackage p;\n".getBytes(StandardCharsets.UTF_8));

        assertThat(text()).contains("[RPC0004]").contains("p/a.rpcidl:1:1");
    }

    @Test
    @DisplayName("K06: a name of 64 KiB is shown shortened, with its line and column")
    void refusesALongName() {
        new Sources(root).with("a", "struct " + "a".repeat(1 << 16) + " {}");

        assertThat(text()).contains("[RPC0110]").contains("p/a.rpcidl:3:8").hasSizeLessThan(2_000);
    }

    private String text() {
        return new Sources(root).text();
    }
}
