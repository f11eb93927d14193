package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.Points;
import io.rpcidl.benchmarks.codec.model.Small;
import io.rpcidl.benchmarks.codec.model.Sparse;
import io.rpcidl.benchmarks.codec.model.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    static byte[] checked(Subject<Object> subject) {
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
        all.put("small/prototype", Prototype.OfSmall::new);
        all.put("small/protobuf", () -> new ProtobufSubject<>(new ProtobufMappings.OfSmall()));
        all.put("small/protobuf-records", () -> new ProtobufRecordSubject<>(new ProtobufMappings.OfSmall()));
        all.put("small/thrift", ThriftSubjects::small);
        all.put("media/rpcidl", () -> new RpcidlSubject<>(MediaContent.codec(), Samples.MEDIA));
        all.put("media/protobuf", () -> new ProtobufSubject<>(new ProtobufMedia()));
        all.put("media/protobuf-records", () -> new ProtobufRecordSubject<>(new ProtobufMedia()));
        all.put("media/thrift", ThriftSubjects::media);
        all.put("points/rpcidl", () -> new RpcidlSubject<>(Points.codec(), Samples.POINTS));
        all.put("points/prototype", PrototypePoints::new);
        all.put("points/protobuf", () -> new ProtobufSubject<>(new ProtobufMappings.OfPoints()));
        all.put("points/protobuf-records", () -> new ProtobufRecordSubject<>(new ProtobufMappings.OfPoints()));
        all.put("points/thrift", ThriftSubjects::points);
        all.put("text/rpcidl", () -> new RpcidlSubject<>(Texts.codec(), Samples.TEXT));
        all.put("text/protobuf", () -> new ProtobufSubject<>(new ProtobufMappings.OfTexts()));
        all.put("text/protobuf-records", () -> new ProtobufRecordSubject<>(new ProtobufMappings.OfTexts()));
        all.put("text/thrift", ThriftSubjects::text);
        all.put("sparse/rpcidl", () -> new RpcidlSubject<>(Sparse.codec(), Samples.SPARSE));
        all.put("sparse/protobuf", () -> new ProtobufSubject<>(new ProtobufSparse(Samples.SPARSE)));
        all.put("sparse/protobuf-records", () -> new ProtobufRecordSubject<>(new ProtobufSparse(Samples.SPARSE)));
        all.put("sparse/thrift", ThriftSubjects::sparse);
        return all;
    }
}
