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

/** The nested message. Reads and writes as what the Thrift compiler generates does. */
public final class MediaContent {

    private static final TStruct STRUCT = new TStruct("MediaContent");
    private static final TField MEDIA = new TField("media", TType.STRUCT, (short) 1);
    private static final TField IMAGES = new TField("images", TType.LIST, (short) 2);

    public Media media;
    public List<Image> images;

    public void read(TProtocol in) throws TException {
        in.readStructBegin();
        while (true) {
            TField field = in.readFieldBegin();
            if (field.type == TType.STOP) {
                break;
            }
            switch (field.id) {
                case 1:
                    if (field.type == TType.STRUCT) {
                        media = new Media();
                        media.read(in);
                    } else {
                        TProtocolUtil.skip(in, field.type);
                    }
                    break;
                case 2:
                    if (field.type == TType.LIST) {
                        TList list = in.readListBegin();
                        images = new ArrayList<>(list.size);
                        for (int i = 0; i < list.size; i++) {
                            Image element = new Image();
                            element.read(in);
                            images.add(element);
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
        if (media != null) {
            out.writeFieldBegin(MEDIA);
            media.write(out);
            out.writeFieldEnd();
        }
        if (images != null) {
            out.writeFieldBegin(IMAGES);
            out.writeListBegin(new TList(TType.STRUCT, images.size()));
            for (Image element : images) {
                element.write(out);
            }
            out.writeListEnd();
            out.writeFieldEnd();
        }
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
