package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Point;
import io.rpcidl.benchmarks.codec.model.Points;
import java.util.Arrays;
import java.util.List;

/** A uniform list of structs of numbers, by hand; the list is an array behind the interface. */
final class PrototypePoints extends Prototype<List<Point>> {

    /** One entry, list; then the list: structs, uniform. */
    private static final int HEAD = 0x1D_1E_01;

    /** Four octets of entries: i32, i64, f64, f64. */
    private static final int SHAPE = 0x17_17_15_14;

    private static final int SHAPE_LENGTH = 4;
    private static final int POINT = 4 + 8 + 8 + 8;

    PrototypePoints() {
        super(List.copyOf(Samples.POINTS.points()));
    }

    @Override
    int write(List<Point> points) {
        byte[] to = buffer;
        I32.set(to, 0, HEAD);
        int count = points.size();
        to[3] = (byte) (count | 0x80);
        to[4] = (byte) (count >>> 7);
        to[5] = SHAPE_LENGTH;
        I32.set(to, 6, SHAPE);
        int at = 10;
        for (Point point : points) {
            I32.set(to, at, point.id());
            I64.set(to, at + 4, point.time());
            F64.set(to, at + 12, point.x());
            F64.set(to, at + 20, point.y());
            at += POINT;
        }
        return at;
    }

    @Override
    List<Point> decode(byte[] message) {
        int count = (message[3] & 0x7F) | (message[4] << 7);
        if (((int) I32.get(message, 0) & 0xFF_FF_FF) != HEAD
                || message[5] != SHAPE_LENGTH
                || (int) I32.get(message, 6) != SHAPE
                || message.length != 10 + count * POINT) {
            throw unexpected("list");
        }
        Point[] points = new Point[count];
        int at = 10;
        for (int i = 0; i < count; i++) {
            points[i] = new Point(
                    (int) I32.get(message, at),
                    (long) I64.get(message, at + 4),
                    (double) F64.get(message, at + 12),
                    (double) F64.get(message, at + 20));
            at += POINT;
        }
        return Arrays.asList(points);
    }

    @Override
    Object neutral(List<Point> points) {
        return new Points(points);
    }
}
