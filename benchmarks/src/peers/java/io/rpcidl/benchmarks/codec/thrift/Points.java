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

/** A thousand measurements. Reads and writes as what the Thrift compiler generates does. */
public final class Points {

    private static final TStruct STRUCT = new TStruct("Points");
    private static final TField POINTS = new TField("points", TType.LIST, (short) 1);

    public List<Point> points;

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
                        points = new ArrayList<>(list.size);
                        for (int i = 0; i < list.size; i++) {
                            Point element = new Point();
                            element.read(in);
                            points.add(element);
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
        if (points != null) {
            out.writeFieldBegin(POINTS);
            out.writeListBegin(new TList(TType.STRUCT, points.size()));
            for (Point element : points) {
                element.write(out);
            }
            out.writeListEnd();
            out.writeFieldEnd();
        }
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
