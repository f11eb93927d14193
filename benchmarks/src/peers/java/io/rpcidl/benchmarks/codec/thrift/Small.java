package io.rpcidl.benchmarks.codec.thrift;

import org.apache.thrift.EncodingUtils;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** Numbers and a string. Reads and writes as what the Thrift compiler generates does. */
public final class Small {

    private static final TStruct STRUCT = new TStruct("Small");
    private static final TField FIRST = new TField("first", TType.I32, (short) 1);
    private static final TField SECOND = new TField("second", TType.I32, (short) 2);
    private static final TField THIRD = new TField("third", TType.I64, (short) 3);
    private static final TField TEXT = new TField("text", TType.STRING, (short) 4);
    private static final TField FLAG = new TField("flag", TType.BOOL, (short) 5);

    public int first;
    public int second;
    public long third;
    public String text;
    public boolean flag;

    private byte isSet;

    public Small setFirst(int value) {
        first = value;
        isSet = EncodingUtils.setBit(isSet, 0, true);
        return this;
    }

    public boolean isSetFirst() {
        return EncodingUtils.testBit(isSet, 0);
    }

    public Small setSecond(int value) {
        second = value;
        isSet = EncodingUtils.setBit(isSet, 1, true);
        return this;
    }

    public boolean isSetSecond() {
        return EncodingUtils.testBit(isSet, 1);
    }

    public Small setThird(long value) {
        third = value;
        isSet = EncodingUtils.setBit(isSet, 2, true);
        return this;
    }

    public boolean isSetThird() {
        return EncodingUtils.testBit(isSet, 2);
    }

    public Small setFlag(boolean value) {
        flag = value;
        isSet = EncodingUtils.setBit(isSet, 3, true);
        return this;
    }

    public boolean isSetFlag() {
        return EncodingUtils.testBit(isSet, 3);
    }

    public void read(TProtocol in) throws TException {
        in.readStructBegin();
        while (true) {
            TField field = in.readFieldBegin();
            if (field.type == TType.STOP) {
                break;
            }
            switch (field.id) {
                case 1: if (field.type == TType.I32) setFirst(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                case 2: if (field.type == TType.I32) setSecond(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                case 3: if (field.type == TType.I64) setThird(in.readI64()); else TProtocolUtil.skip(in, field.type); break;
                case 4: if (field.type == TType.STRING) text = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 5: if (field.type == TType.BOOL) setFlag(in.readBool()); else TProtocolUtil.skip(in, field.type); break;
                default: TProtocolUtil.skip(in, field.type);
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
    }

    public void write(TProtocol out) throws TException {
        out.writeStructBegin(STRUCT);
        out.writeFieldBegin(FIRST);
        out.writeI32(first);
        out.writeFieldEnd();
        out.writeFieldBegin(SECOND);
        out.writeI32(second);
        out.writeFieldEnd();
        out.writeFieldBegin(THIRD);
        out.writeI64(third);
        out.writeFieldEnd();
        if (text != null) {
            out.writeFieldBegin(TEXT);
            out.writeString(text);
            out.writeFieldEnd();
        }
        out.writeFieldBegin(FLAG);
        out.writeBool(flag);
        out.writeFieldEnd();
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
