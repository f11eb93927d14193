package io.rpcidl.benchmarks.codec;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.AutoExpandingBufferWriteTransport;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransportException;

/** Thrift's compact protocol with its own structs; transports and protocols are used again. */
final class ThriftSubject<S> extends Subject<S> {

    private static final int BUFFER = 1 << 16;

    private final Form<S> form;
    private final S value;
    private final AutoExpandingBufferWriteTransport written;
    private final TCompactProtocol out;
    private final TMemoryInputTransport read;
    private final TCompactProtocol in;

    ThriftSubject(Form<S> form, S value) {
        this.form = form;
        this.value = value;
        try {
            written = new AutoExpandingBufferWriteTransport(TConfiguration.DEFAULT, BUFFER, 0);
            read = new TMemoryInputTransport();
        } catch (TTransportException failed) {
            throw new IllegalStateException(failed);
        }
        out = new TCompactProtocol(written);
        in = new TCompactProtocol(read);
    }

    /** One struct: a generated class has these, but no type in common that names them. */
    record Form<S>(Supplier<S> empty, Step<S> write, Step<S> read, Function<S, Object> toRecord) {}

    /** Reads or writes a struct. */
    interface Step<S> {
        void apply(S struct, TProtocol protocol) throws TException;
    }

    @Override
    S value() {
        return value;
    }

    @Override
    int encode(S struct) {
        written.reset();
        out.reset();
        try {
            form.write().apply(struct, out);
        } catch (TException failed) {
            throw new IllegalStateException(failed);
        }
        return written.getLength();
    }

    @Override
    byte[] encoded() {
        return Arrays.copyOf(written.getBuf().array(), written.getLength());
    }

    @Override
    S decode(byte[] message) {
        read.reset(message);
        in.reset();
        S struct = form.empty().get();
        try {
            form.read().apply(struct, in);
        } catch (TException failed) {
            throw new IllegalStateException(failed);
        }
        return struct;
    }

    @Override
    Object neutral(S struct) {
        return form.toRecord().apply(struct);
    }
}
