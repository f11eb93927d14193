package io.rpcidl.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The benchmarks are found and run; how fast they are says nothing here. */
class JmhSmokeTest {
    @Test
    void runsTheBenchmarksOfAMessage() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CodecBenchmark.class.getSimpleName())
                        .param("subject", "small/rpcidl")
                        .param("warmUp", "1")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(50))
                        .build())
                .run();

        assertThat(results)
                .extracting(result -> result.getPrimaryResult().getLabel())
                .containsExactlyInAnyOrder("encode", "decode");
        assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    }
}
