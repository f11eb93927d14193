package io.rpcidl.benchmarks.codec;

import java.util.List;
import java.util.function.Function;
import org.apache.fory.Fory;
import org.apache.fory.memory.MemoryBuffer;

/** Fory in Java's own mode with classes that are registered, in records; it generates and compiles code when it is set up. */
final class ForySubject<V> extends Subject<V> {

    private final Fory fory;
    private final Class<V> type;
    private final V value;
    private final Function<V, Object> toRecord;
    private final MemoryBuffer buffer = MemoryBuffer.newHeapBuffer(1 << 16);

    /**
     * The first of the types is that of the value.
     *
     * @param evolution whether a reader may have another version of the types than the writer
     */
    ForySubject(Evolution evolution, List<Class<?>> types, V value, Function<V, Object> toRecord) {
        fory = Fory.builder()
                .withXlang(false)
                .requireClassRegistration(true)
                .withRefTracking(false)
                .withCompatible(evolution == Evolution.POSSIBLE)
                .build();
        types.forEach(fory::register);
        fory.ensureSerializersCompiled();
        @SuppressWarnings("unchecked") // it is the type of this very value
        Class<V> own = (Class<V>) value.getClass();
        this.type = own;
        this.value = value;
        this.toRecord = toRecord;
    }

    /** Whether types may change. */
    enum Evolution {
        POSSIBLE,
        NONE
    }

    @Override
    V value() {
        return value;
    }

    @Override
    int encode(V value) {
        buffer.writerIndex(0);
        fory.serialize(buffer, value);
        return buffer.writerIndex();
    }

    @Override
    byte[] encoded() {
        return buffer.getBytes(0, buffer.writerIndex());
    }

    @Override
    V decode(byte[] message) {
        return fory.deserialize(message, type);
    }

    @Override
    Object neutral(V value) {
        return toRecord.apply(value);
    }
}
