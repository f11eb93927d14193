package io.rpcidl.benchmarks.codec.thrift;

import java.util.ArrayList;
import java.util.List;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** Paragraphs. Reads and writes as what the Thrift compiler generates does. */
public final class Texts {

    private static final TStruct STRUCT = new TStruct("Texts");
    private static final TField PARAGRAPHS = new TField("paragraphs", TType.LIST, (short) 1);

    public List<String> paragraphs;

    public void read(TProtocol in) throws TException {
        in.readStructBegin();
        while (true) {
            TField field = in.readFieldBegin();
            if (field.type == TType.STOP) {
                break;
            }
            switch (field.id) {
                case 1:
                    if (field.type == TType.LIST) {
                        TList list = in.readListBegin();
                        paragraphs = new ArrayList<>(list.size);
                        for (int i = 0; i < list.size; i++) {
                            paragraphs.add(in.readString());
                        }
                        in.readListEnd();
                    } else {
                        TProtocolUtil.skip(in, field.type);
                    }
                    break;
                default: TProtocolUtil.skip(in, field.type);
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
    }

    public void write(TProtocol out) throws TException {
        out.writeStructBegin(STRUCT);
        if (paragraphs != null) {
            out.writeFieldBegin(PARAGRAPHS);
            out.writeListBegin(new TList(TType.STRING, paragraphs.size()));
            for (String element : paragraphs) {
                out.writeString(element);
            }
            out.writeListEnd();
            out.writeFieldEnd();
        }
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
