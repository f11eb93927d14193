package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Point;
import io.rpcidl.benchmarks.codec.model.Points;
import io.rpcidl.benchmarks.codec.model.Small;
import io.rpcidl.benchmarks.codec.model.Texts;
import java.util.ArrayList;
import java.util.List;

/** The messages of protobuf that are not nested much. */
final class ProtobufMappings {

    private ProtobufMappings() {}

    /** Numbers and a string. */
    static final class OfSmall extends ProtobufMapping<io.rpcidl.benchmarks.codec.protobuf.Small, Small> {
        OfSmall() {
            super(io.rpcidl.benchmarks.codec.protobuf.Small.parser(), Samples.SMALL);
        }

        @Override
        io.rpcidl.benchmarks.codec.protobuf.Small toMessage(Small value) {
            return io.rpcidl.benchmarks.codec.protobuf.Small.newBuilder()
                    .setFirst(value.first())
                    .setSecond(value.second())
                    .setThird(value.third())
                    .setText(value.text())
                    .setFlag(value.flag())
                    .build();
        }

        @Override
        Small toRecord(io.rpcidl.benchmarks.codec.protobuf.Small message) {
            return new Small(
                    message.getFirst(), message.getSecond(), message.getThird(), message.getText(), message.getFlag());
        }
    }

    /** A list of messages. */
    static final class OfPoints extends ProtobufMapping<io.rpcidl.benchmarks.codec.protobuf.Points, Points> {
        OfPoints() {
            super(io.rpcidl.benchmarks.codec.protobuf.Points.parser(), Samples.POINTS);
        }

        @Override
        io.rpcidl.benchmarks.codec.protobuf.Points toMessage(Points value) {
            var message = io.rpcidl.benchmarks.codec.protobuf.Points.newBuilder();
            for (Point point : value.points()) {
                message.addPoints(io.rpcidl.benchmarks.codec.protobuf.Point.newBuilder()
                        .setId(point.id())
                        .setTime(point.time())
                        .setX(point.x())
                        .setY(point.y()));
            }
            return message.build();
        }

        @Override
        Points toRecord(io.rpcidl.benchmarks.codec.protobuf.Points message) {
            List<Point> points = new ArrayList<>(message.getPointsCount());
            for (var point : message.getPointsList()) {
                points.add(new Point(point.getId(), point.getTime(), point.getX(), point.getY()));
            }
            return new Points(points);
        }
    }

    /** A list of strings. */
    static final class OfTexts extends ProtobufMapping<io.rpcidl.benchmarks.codec.protobuf.Texts, Texts> {
        OfTexts() {
            super(io.rpcidl.benchmarks.codec.protobuf.Texts.parser(), Samples.TEXT);
        }

        @Override
        io.rpcidl.benchmarks.codec.protobuf.Texts toMessage(Texts value) {
            return io.rpcidl.benchmarks.codec.protobuf.Texts.newBuilder()
                    .addAllParagraphs(value.paragraphs())
                    .build();
        }

        @Override
        Texts toRecord(io.rpcidl.benchmarks.codec.protobuf.Texts message) {
            return new Texts(message.getParagraphsList());
        }
    }
}
