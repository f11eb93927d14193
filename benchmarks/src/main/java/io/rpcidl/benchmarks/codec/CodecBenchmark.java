package io.rpcidl.benchmarks.codec;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Encodes and decodes one message in one format; {@link CodecBenchmarks} runs it for all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // setUp comes first
public class CodecBenchmark {

    /** The shape and the format, as in {@link Subjects}. */
    @Param("small/rpcidl")
    public String subject = "small/rpcidl";

    private Subject<Object> format;
    private Object value;
    private byte[] message;

    /** Makes the values, and measures nothing that does not come back as it was. */
    @Setup
    public void setUp() {
        format = Subjects.of(subject);
        value = format.value();
        message = Subjects.checked(format);
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
