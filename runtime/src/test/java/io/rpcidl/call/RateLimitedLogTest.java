package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitedLogTest {
    private final List<String> lines = new ArrayList<>();
    private final RateLimitedLog log = new RateLimitedLog(new System.Logger() {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
            lines.add(text);
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String format, Object @Nullable ... values) {
            lines.add(format);
        }
    });

    @Test
    void writesTenLinesAMinuteAndCountsTheRest() {
        for (int i = 0; i < 25; i++) {
            log.warn(i, "line " + i);
        }
        assertThat(lines).hasSize(10).last().isEqualTo("line 9");

        log.warn(TimeUnit.MINUTES.toNanos(1), "next");

        assertThat(lines).last().isEqualTo("next (15 lines like this were left out)");
    }

    @Test
    void keepsEachLineOneLine() {
        log.warn(0, "W-5.2: \r\nforged \u001b[31m" + "x".repeat(1_000));

        assertThat(lines)
                .singleElement()
                .asString()
                .hasSizeLessThanOrEqualTo(128)
                .doesNotContain("\n", "\r", "\u001b");
    }
}
