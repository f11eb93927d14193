package io.rpcidl.benchmarks.codec.thrift;

import org.apache.thrift.EncodingUtils;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** A picture of a recording. Reads and writes as what the Thrift compiler generates does. */
public final class Image {

    private static final TStruct STRUCT = new TStruct("Image");
    private static final TField URI = new TField("uri", TType.STRING, (short) 1);
    private static final TField TITLE = new TField("title", TType.STRING, (short) 2);
    private static final TField WIDTH = new TField("width", TType.I32, (short) 3);
    private static final TField HEIGHT = new TField("height", TType.I32, (short) 4);
    private static final TField SIZE = new TField("size", TType.I32, (short) 5);

    public String uri;
    public String title;
    public int width;
    public int height;
    public ImageSize size;

    private byte isSet;

    public Image setWidth(int value) {
        width = value;
        isSet = EncodingUtils.setBit(isSet, 0, true);
        return this;
    }

    public boolean isSetWidth() {
        return EncodingUtils.testBit(isSet, 0);
    }

    public Image setHeight(int value) {
        height = value;
        isSet = EncodingUtils.setBit(isSet, 1, true);
        return this;
    }

    public boolean isSetHeight() {
        return EncodingUtils.testBit(isSet, 1);
    }

    public void read(TProtocol in) throws TException {
        in.readStructBegin();
        while (true) {
            TField field = in.readFieldBegin();
            if (field.type == TType.STOP) {
                break;
            }
            switch (field.id) {
                case 1: if (field.type == TType.STRING) uri = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 2: if (field.type == TType.STRING) title = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 3: if (field.type == TType.I32) setWidth(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                case 4: if (field.type == TType.I32) setHeight(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                case 5: if (field.type == TType.I32) size = ImageSize.findByValue(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                default: TProtocolUtil.skip(in, field.type);
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
    }

    public void write(TProtocol out) throws TException {
        out.writeStructBegin(STRUCT);
        if (uri != null) {
            out.writeFieldBegin(URI);
            out.writeString(uri);
            out.writeFieldEnd();
        }
        if (title != null) {
            out.writeFieldBegin(TITLE);
            out.writeString(title);
            out.writeFieldEnd();
        }
        out.writeFieldBegin(WIDTH);
        out.writeI32(width);
        out.writeFieldEnd();
        out.writeFieldBegin(HEIGHT);
        out.writeI32(height);
        out.writeFieldEnd();
        if (size != null) {
            out.writeFieldBegin(SIZE);
            out.writeI32(size.getValue());
            out.writeFieldEnd();
        }
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
