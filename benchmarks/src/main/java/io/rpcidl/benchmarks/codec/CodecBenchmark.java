package io.rpcidl.benchmarks.codec;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/** Encodes and decodes one message in one format; {@link CodecBenchmarks} runs it for all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // setUp comes first
public class CodecBenchmark {

    private static final int TURN = 1000;

    /** The shape and the format, as in {@link Subjects}. */
    @Param("small/rpcidl")
    public String subject = "small/rpcidl";

    /**
     * How many milliseconds the thread runs before JMH's own iterations. Those go by the clock, which says little about how
     * often the code has run when the machine does other work.
     */
    @Param("600")
    public int warmUp = 600;

    private Subject<Object> format;
    private Object value;
    private byte[] message;

    /** Makes the values, measures nothing that does not come back as it was, and warms up the direction that is measured. */
    @Setup
    public void setUp(BenchmarkParams benchmark, Blackhole sink) {
        format = Subjects.of(subject);
        value = format.value();
        message = Subjects.checked(format);
        boolean encodes = benchmark.getBenchmark().endsWith(".encode");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(warmUp);
        while (threads.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < TURN; i++) {
                if (encodes) {
                    sink.consume(encode());
                } else {
                    sink.consume(decode());
                }
            }
        }
    }

    /** Into memory that is used again. */
    @Benchmark
    public int encode() {
        return format.encode(value);
    }

    /** From an array to an object. */
    @Benchmark
    public Object decode() {
        return format.decode(message);
    }
}
