package io.rpcidl.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

class CodecPageTest {

    private static final Depth ONCE_HERE = new Depth(1, 0, 0, 1, 10);
    private static final String NUMBER = "[0-9.,]+";
    private static final String HALF = String.format(" %1$s ± %1$s \\| %1$s \\| %1$s \\| %1$s \\|", NUMBER);

    @Test
    void aRowHasTheSizeAndBothDirections() throws RunnerException {
        CodecPage page = CodecBenchmarks.measure(Pattern.compile("small/(rpcidl|prototype|protobuf)/"), ONCE_HERE);

        assertThat(page.markdown())
                .contains("## small", "Forks: 0; iterations of each: 1 of 10 ms, after 0 ms to warm up")
                .containsPattern("\\| rpcidl \\| 44 \\|" + HALF + HALF)
                .containsPattern("\\| protobuf \\| 39 \\| " + NUMBER + " ± " + NUMBER + " \\| 1.00 ")
                .containsPattern("To encode takes " + NUMBER + " times as long as by hand")
                .containsPattern("To decode takes " + NUMBER + " times as long as by hand");
    }

    @Test
    void whatIsNotMeasuredStaysEmpty() throws RunnerException {
        CodecPage page = CodecBenchmarks.measure(Pattern.compile("small/rpcidl/encode"), ONCE_HERE);

        assertThat(page.markdown())
                .containsPattern(
                        "\\| rpcidl \\| 44 \\| " + NUMBER + " ± " + NUMBER + " \\| +\\| .*\\| +\\| +\\| +\\| +\\|")
                .doesNotContain("by hand");
    }

    @Test
    void anExpressionThatFindsNothingMeasuresNothing() throws RunnerException {
        assertThat(CodecBenchmarks.measure(Pattern.compile("morse"), ONCE_HERE).isEmpty())
                .isTrue();
    }
}
