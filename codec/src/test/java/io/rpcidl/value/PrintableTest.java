package io.rpcidl.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void leavesVisibleTextAsItIs() {
        assertThat(Printable.text("naïve ☁ 😀")).isEqualTo("naïve ☁ 😀");
        assertThat(Printable.text("")).isEmpty();
    }

    @Test
    void escapesWhatIsNotVisible() {
        assertThat(Printable.text("a\tb\u0085c\u200Bd\uD800e\uFEFF"))
                .isEqualTo("a\\u0009b\\u0085c\\u200bd\\ud800e\\ufeff");
    }

    @Test
    void cutsLongText() {
        assertThat(Printable.text("x".repeat(128))).isEqualTo("x".repeat(128));
        assertThat(Printable.text("x".repeat(129))).isEqualTo("x".repeat(127) + "…");
        assertThat(Printable.text("\n".repeat(100)))
                .hasSizeLessThanOrEqualTo(128)
                .endsWith("…");
    }
}
