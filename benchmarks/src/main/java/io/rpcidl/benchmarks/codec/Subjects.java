package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.ForySubject.Evolution;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.NewerSmall;
import io.rpcidl.benchmarks.codec.model.PassedSmall;
import io.rpcidl.benchmarks.codec.model.Points;
import io.rpcidl.benchmarks.codec.model.Small;
import io.rpcidl.benchmarks.codec.model.Sparse;
import io.rpcidl.benchmarks.codec.model.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** All pairs of a shape and a format by their names, such as {@code small/rpcidl}. */
final class Subjects {

    /** What ratios are to. */
    static final String REFERENCE = "/protobuf";

    static final String OWN = "/rpcidl";

    /** What generated code is held against. */
    static final String PROTOTYPE = "/prototype";

    private static final Map<String, Supplier<Subject<?>>> ALL = all();

    private Subjects() {}

    /** In the order in which they are measured: all formats of one shape, then the next shape. */
    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** A new one. */
    @SuppressWarnings("unchecked") // its values only ever go back to it
    static Subject<Object> of(String name) {
        Supplier<Subject<?>> supplier = ALL.get(name);
        if (supplier == null) {
            throw new IllegalArgumentException("there is no subject " + name + "; there are " + ALL.keySet());
        }
        return (Subject<Object>) supplier.get();
    }

    /**
     * The value as a message.
     *
     * @throws IllegalStateException if the message does not become the value again
     */
    static <V> byte[] checked(Subject<V> subject) {
        int length = subject.encode(subject.value());
        byte[] message = subject.encoded();
        Object expected = subject.neutral(subject.value());
        Object decoded = subject.neutral(subject.decode(message));
        if (message.length != length || !decoded.equals(expected)) {
            throw new IllegalStateException("encoded " + expected + ", decoded " + decoded);
        }
        return message;
    }

    private static Map<String, Supplier<Subject<?>>> all() {
        Map<String, Supplier<Subject<?>>> all = new LinkedHashMap<>();
        all.put("small/rpcidl", () -> new RpcidlSubject<>(Small.codec(), Samples.SMALL));
        all.put("small/prototype", PrototypeSmall::new);
        protobuf(all, "small", ProtobufMappings.OfSmall::new);
        all.put("small/thrift", ThriftSubjects::small);
        all.put("small/sbe", SbeSubjects.OfSmall::new);
        fory(all, "small", ForySubjects::small);

        all.put("media/rpcidl", () -> new RpcidlSubject<>(MediaContent.codec(), Samples.MEDIA));
        all.put("media/prototype", PrototypeMedia::new);
        protobuf(all, "media", ProtobufMedia::new);
        all.put("media/thrift", ThriftSubjects::media);
        all.put("media/sbe", SbeMedia::new);
        fory(all, "media", ForySubjects::media);

        all.put("points/rpcidl", () -> new RpcidlSubject<>(Points.codec(), Samples.POINTS));
        all.put("points/prototype", PrototypePoints::new);
        protobuf(all, "points", ProtobufMappings.OfPoints::new);
        all.put("points/thrift", ThriftSubjects::points);
        all.put("points/sbe", SbeSubjects.OfPoints::new);
        fory(all, "points", ForySubjects::points);

        all.put("text/rpcidl", () -> new RpcidlSubject<>(Texts.codec(), Samples.TEXT));
        all.put("text/prototype", PrototypeText::new);
        protobuf(all, "text", ProtobufMappings.OfTexts::new);
        all.put("text/thrift", ThriftSubjects::text);
        all.put("text/sbe", SbeSubjects.OfTexts::new);
        fory(all, "text", ForySubjects::text);

        all.put("sparse/rpcidl", () -> new RpcidlSubject<>(Sparse.codec(), Samples.SPARSE));
        all.put("sparse/prototype", PrototypeSparse::new);
        protobuf(all, "sparse", () -> new ProtobufSparse(Samples.SPARSE));
        all.put("sparse/thrift", ThriftSubjects::sparse);
        all.put("sparse/sbe", SbeSparse::new);
        fory(all, "sparse", ForySubjects::sparse);

        all.put("relay/rpcidl", () -> new RpcidlSubject<>(PassedSmall.codec(), Samples.PASSED));
        all.put("relay/rpcidl-known", () -> new RpcidlSubject<>(NewerSmall.codec(), Samples.NEWER));
        all.put("relay" + REFERENCE, () -> new ProtobufSubject<>(new ProtobufPassed()));
        return all;
    }

    private static void protobuf(
            Map<String, Supplier<Subject<?>>> all, String shape, Supplier<ProtobufMapping<?, ?>> mapping) {
        all.put(shape + REFERENCE, () -> new ProtobufSubject<>(mapping.get()));
        all.put(shape + "/protobuf-records", () -> new ProtobufRecordSubject<>(mapping.get()));
    }

    private static void fory(
            Map<String, Supplier<Subject<?>>> all, String shape, Function<Evolution, Subject<?>> subject) {
        all.put(shape + "/fory", () -> subject.apply(Evolution.NONE));
        all.put(shape + "/fory-compatible", () -> subject.apply(Evolution.POSSIBLE));
    }
}
