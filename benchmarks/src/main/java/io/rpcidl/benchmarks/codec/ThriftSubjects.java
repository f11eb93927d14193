package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Point;
import io.rpcidl.benchmarks.codec.model.Points;
import io.rpcidl.benchmarks.codec.model.Small;
import io.rpcidl.benchmarks.codec.model.Texts;
import java.util.ArrayList;
import java.util.List;

/** The structs of Thrift, filled, and what turns them into records to be compared; only reading and writing is measured. */
final class ThriftSubjects {

    private ThriftSubjects() {}

    static Subject<?> small() {
        Small small = Samples.SMALL;
        var struct = new io.rpcidl.benchmarks.codec.thrift.Small()
                .setFirst(small.first())
                .setSecond(small.second())
                .setThird(small.third())
                .setFlag(small.flag());
        struct.text = small.text();
        return new ThriftSubject<>(
                new ThriftSubject.Form<>(
                        io.rpcidl.benchmarks.codec.thrift.Small::new,
                        io.rpcidl.benchmarks.codec.thrift.Small::write,
                        io.rpcidl.benchmarks.codec.thrift.Small::read,
                        read -> new Small(read.first, read.second, read.third, read.text, read.flag)),
                struct);
    }

    static Subject<?> media() {
        return new ThriftSubject<>(
                new ThriftSubject.Form<>(
                        io.rpcidl.benchmarks.codec.thrift.MediaContent::new,
                        io.rpcidl.benchmarks.codec.thrift.MediaContent::write,
                        io.rpcidl.benchmarks.codec.thrift.MediaContent::read,
                        ThriftMedia::toRecord),
                ThriftMedia.toStruct(Samples.MEDIA));
    }

    static Subject<?> points() {
        var struct = new io.rpcidl.benchmarks.codec.thrift.Points();
        struct.points = new ArrayList<>();
        for (Point point : Samples.POINTS.points()) {
            struct.points.add(new io.rpcidl.benchmarks.codec.thrift.Point()
                    .setId(point.id())
                    .setTime(point.time())
                    .setX(point.x())
                    .setY(point.y()));
        }
        return new ThriftSubject<>(
                new ThriftSubject.Form<>(
                        io.rpcidl.benchmarks.codec.thrift.Points::new,
                        io.rpcidl.benchmarks.codec.thrift.Points::write,
                        io.rpcidl.benchmarks.codec.thrift.Points::read,
                        ThriftSubjects::toRecord),
                struct);
    }

    private static Object toRecord(io.rpcidl.benchmarks.codec.thrift.Points struct) {
        List<Point> points = new ArrayList<>();
        for (var point : struct.points) {
            points.add(new Point(point.id, point.time, point.x, point.y));
        }
        return new Points(points);
    }

    static Subject<?> text() {
        var struct = new io.rpcidl.benchmarks.codec.thrift.Texts();
        struct.paragraphs = new ArrayList<>(Samples.TEXT.paragraphs());
        return new ThriftSubject<>(
                new ThriftSubject.Form<>(
                        io.rpcidl.benchmarks.codec.thrift.Texts::new,
                        io.rpcidl.benchmarks.codec.thrift.Texts::write,
                        io.rpcidl.benchmarks.codec.thrift.Texts::read,
                        read -> new Texts(read.paragraphs)),
                struct);
    }

    static Subject<?> sparse() {
        return new ThriftSubject<>(
                new ThriftSubject.Form<>(
                        io.rpcidl.benchmarks.codec.thrift.Sparse::new,
                        io.rpcidl.benchmarks.codec.thrift.Sparse::write,
                        io.rpcidl.benchmarks.codec.thrift.Sparse::read,
                        ThriftSparse::toRecord),
                ThriftSparse.toStruct(Samples.SPARSE));
    }
}
