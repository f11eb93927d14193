package io.rpcidl.benchmarks.rpc;

import io.rpcidl.benchmarks.codec.Samples;
import io.rpcidl.benchmarks.codec.thrift.Small;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.thrift.TException;
import org.apache.thrift.TProcessor;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TSocket;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.layered.TFastFramedTransport;

/** The method {@code small} as Thrift's compiler would write it, for both ends. */
final class ThriftEcho {
    private static final String METHOD = "small";
    private static final TStruct ARGUMENTS = new TStruct("small_args");
    private static final TStruct RESULT = new TStruct("small_result");
    private static final TField VALUE = new TField("value", TType.STRUCT, (short) 1);
    private static final TField SUCCESS = new TField("success", TType.STRUCT, (short) 0);

    private ThriftEcho() {}

    private static void write(TProtocol out, byte type, int number, TStruct around, TField field, Small value)
            throws TException {
        out.writeMessageBegin(new TMessage(METHOD, type, number));
        out.writeStructBegin(around);
        out.writeFieldBegin(field);
        value.write(out);
        out.writeFieldEnd();
        out.writeFieldStop();
        out.writeStructEnd();
        out.writeMessageEnd();
        out.getTransport().flush();
    }

    private static Small read(TProtocol in) throws TException {
        in.readStructBegin();
        in.readFieldBegin();
        Small value = new Small();
        value.read(in);
        in.readFieldEnd();
        in.readFieldBegin();
        in.readStructEnd();
        in.readMessageEnd();
        return value;
    }

    /** The server. */
    static final class Processor implements TProcessor {
        @Override
        public void process(TProtocol in, TProtocol out) throws TException {
            TMessage call = in.readMessageBegin();
            Small value = read(in);
            write(out, TMessageType.REPLY, call.seqid, RESULT, SUCCESS, value);
        }
    }

    /** A client: each calling thread has a connection of its own. */
    static final class Client implements Contender.ClientSide {
        private final Queue<TTransport> open = new ConcurrentLinkedQueue<>();
        private final ThreadLocal<TProtocol> connections;
        private final Small value = new Small()
                .setFirst(Samples.SMALL.first())
                .setSecond(Samples.SMALL.second())
                .setThird(Samples.SMALL.third())
                .setFlag(Samples.SMALL.flag());

        Client(String host, int port) {
            value.text = Samples.SMALL.text();
            this.connections = ThreadLocal.withInitial(() -> connect(host, port));
        }

        private TProtocol connect(String host, int port) {
            try {
                TTransport transport = new TFastFramedTransport(new TSocket(host, port));
                transport.open();
                open.add(transport);
                return new TCompactProtocol(transport);
            } catch (TException failed) {
                throw new IllegalStateException("can't connect to " + host + ":" + port, failed);
            }
        }

        @Override
        public void callAndWait(Message message) throws TException {
            TProtocol connection = connections.get();
            write(connection, TMessageType.CALL, 1, ARGUMENTS, VALUE, value);
            connection.readMessageBegin();
            read(connection);
        }

        @Override
        public void call(Message message, Completion completion) {
            throw new UnsupportedOperationException("Thrift is measured with blocking calls only");
        }

        @Override
        public void stream(Contender.Direction direction, Message item, int count, Completion completion) {
            throw new UnsupportedOperationException("Thrift has no streams");
        }

        @Override
        public void hold(int millis, Completion completion) {
            throw new UnsupportedOperationException("Thrift is measured with blocking calls only");
        }

        @Override
        public void close() {
            open.forEach(TTransport::close);
        }
    }
}
