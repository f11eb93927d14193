package io.rpcidl.benchmarks.codec.thrift;

import org.apache.thrift.EncodingUtils;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** Numbers only. Reads and writes as what the Thrift compiler generates does. */
public final class Point {

    private static final TStruct STRUCT = new TStruct("Point");
    private static final TField ID = new TField("id", TType.I32, (short) 1);
    private static final TField TIME = new TField("time", TType.I64, (short) 2);
    private static final TField X = new TField("x", TType.DOUBLE, (short) 3);
    private static final TField Y = new TField("y", TType.DOUBLE, (short) 4);

    public int id;
    public long time;
    public double x;
    public double y;

    private byte isSet;

    public Point setId(int value) {
        id = value;
        isSet = EncodingUtils.setBit(isSet, 0, true);
        return this;
    }

    public boolean isSetId() {
        return EncodingUtils.testBit(isSet, 0);
    }

    public Point setTime(long value) {
        time = value;
        isSet = EncodingUtils.setBit(isSet, 1, true);
        return this;
    }

    public boolean isSetTime() {
        return EncodingUtils.testBit(isSet, 1);
    }

    public Point setX(double value) {
        x = value;
        isSet = EncodingUtils.setBit(isSet, 2, true);
        return this;
    }

    public boolean isSetX() {
        return EncodingUtils.testBit(isSet, 2);
    }

    public Point setY(double value) {
        y = value;
        isSet = EncodingUtils.setBit(isSet, 3, true);
        return this;
    }

    public boolean isSetY() {
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
                case 1: if (field.type == TType.I32) setId(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                case 2: if (field.type == TType.I64) setTime(in.readI64()); else TProtocolUtil.skip(in, field.type); break;
                case 3: if (field.type == TType.DOUBLE) setX(in.readDouble()); else TProtocolUtil.skip(in, field.type); break;
                case 4: if (field.type == TType.DOUBLE) setY(in.readDouble()); else TProtocolUtil.skip(in, field.type); break;
                default: TProtocolUtil.skip(in, field.type);
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
    }

    public void write(TProtocol out) throws TException {
        out.writeStructBegin(STRUCT);
        out.writeFieldBegin(ID);
        out.writeI32(id);
        out.writeFieldEnd();
        out.writeFieldBegin(TIME);
        out.writeI64(time);
        out.writeFieldEnd();
        out.writeFieldBegin(X);
        out.writeDouble(x);
        out.writeFieldEnd();
        out.writeFieldBegin(Y);
        out.writeDouble(y);
        out.writeFieldEnd();
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
