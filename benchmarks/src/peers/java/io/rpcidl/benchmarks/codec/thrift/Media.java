package io.rpcidl.benchmarks.codec.thrift;

import java.util.ArrayList;
import java.util.List;
import org.apache.thrift.EncodingUtils;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** A recording. Reads and writes as what the Thrift compiler generates does. */
public final class Media {

    private static final TStruct STRUCT = new TStruct("Media");
    private static final TField URI = new TField("uri", TType.STRING, (short) 1);
    private static final TField TITLE = new TField("title", TType.STRING, (short) 2);
    private static final TField WIDTH = new TField("width", TType.I32, (short) 3);
    private static final TField HEIGHT = new TField("height", TType.I32, (short) 4);
    private static final TField FORMAT = new TField("format", TType.STRING, (short) 5);
    private static final TField DURATION = new TField("duration", TType.I64, (short) 6);
    private static final TField SIZE = new TField("size", TType.I64, (short) 7);
    private static final TField BITRATE = new TField("bitrate", TType.I32, (short) 8);
    private static final TField PERSONS = new TField("persons", TType.LIST, (short) 9);
    private static final TField PLAYER = new TField("player", TType.I32, (short) 10);
    private static final TField COPYRIGHT = new TField("copyright", TType.STRING, (short) 11);

    public String uri;
    public String title;
    public int width;
    public int height;
    public String format;
    public long duration;
    public long size;
    public int bitrate;
    public List<String> persons;
    public Player player;
    public String copyright;

    private byte isSet;

    public Media setWidth(int value) {
        width = value;
        isSet = EncodingUtils.setBit(isSet, 0, true);
        return this;
    }

    public boolean isSetWidth() {
        return EncodingUtils.testBit(isSet, 0);
    }

    public Media setHeight(int value) {
        height = value;
        isSet = EncodingUtils.setBit(isSet, 1, true);
        return this;
    }

    public boolean isSetHeight() {
        return EncodingUtils.testBit(isSet, 1);
    }

    public Media setDuration(long value) {
        duration = value;
        isSet = EncodingUtils.setBit(isSet, 2, true);
        return this;
    }

    public boolean isSetDuration() {
        return EncodingUtils.testBit(isSet, 2);
    }

    public Media setSize(long value) {
        size = value;
        isSet = EncodingUtils.setBit(isSet, 3, true);
        return this;
    }

    public boolean isSetSize() {
        return EncodingUtils.testBit(isSet, 3);
    }

    public Media setBitrate(int value) {
        bitrate = value;
        isSet = EncodingUtils.setBit(isSet, 4, true);
        return this;
    }

    public boolean isSetBitrate() {
        return EncodingUtils.testBit(isSet, 4);
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
                case 5: if (field.type == TType.STRING) format = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 6: if (field.type == TType.I64) setDuration(in.readI64()); else TProtocolUtil.skip(in, field.type); break;
                case 7: if (field.type == TType.I64) setSize(in.readI64()); else TProtocolUtil.skip(in, field.type); break;
                case 8: if (field.type == TType.I32) setBitrate(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                case 9:
                    if (field.type == TType.LIST) {
                        TList list = in.readListBegin();
                        persons = new ArrayList<>(list.size);
                        for (int i = 0; i < list.size; i++) {
                            persons.add(in.readString());
                        }
                        in.readListEnd();
                    } else {
                        TProtocolUtil.skip(in, field.type);
                    }
                    break;
                case 10: if (field.type == TType.I32) player = Player.findByValue(in.readI32()); else TProtocolUtil.skip(in, field.type); break;
                case 11: if (field.type == TType.STRING) copyright = in.readString(); else TProtocolUtil.skip(in, field.type); break;
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
        if (format != null) {
            out.writeFieldBegin(FORMAT);
            out.writeString(format);
            out.writeFieldEnd();
        }
        out.writeFieldBegin(DURATION);
        out.writeI64(duration);
        out.writeFieldEnd();
        out.writeFieldBegin(SIZE);
        out.writeI64(size);
        out.writeFieldEnd();
        if (isSetBitrate()) {
            out.writeFieldBegin(BITRATE);
            out.writeI32(bitrate);
            out.writeFieldEnd();
        }
        if (persons != null) {
            out.writeFieldBegin(PERSONS);
            out.writeListBegin(new TList(TType.STRING, persons.size()));
            for (String element : persons) {
                out.writeString(element);
            }
            out.writeListEnd();
            out.writeFieldEnd();
        }
        if (player != null) {
            out.writeFieldBegin(PLAYER);
            out.writeI32(player.getValue());
            out.writeFieldEnd();
        }
        if (copyright != null) {
            out.writeFieldBegin(COPYRIGHT);
            out.writeString(copyright);
            out.writeFieldEnd();
        }
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
