package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Point;
import io.rpcidl.benchmarks.codec.model.Points;
import io.rpcidl.benchmarks.codec.model.Small;
import io.rpcidl.benchmarks.codec.model.Texts;
import io.rpcidl.benchmarks.codec.sbe.Flag;
import io.rpcidl.benchmarks.codec.sbe.PointsDecoder;
import io.rpcidl.benchmarks.codec.sbe.PointsEncoder;
import io.rpcidl.benchmarks.codec.sbe.SmallDecoder;
import io.rpcidl.benchmarks.codec.sbe.SmallEncoder;
import io.rpcidl.benchmarks.codec.sbe.TextsDecoder;
import io.rpcidl.benchmarks.codec.sbe.TextsEncoder;
import java.util.ArrayList;
import java.util.List;

/** The messages of Simple Binary Encoding that are not nested much. */
final class SbeSubjects {

    private SbeSubjects() {}

    /** Numbers and a string. */
    static final class OfSmall extends SbeSubject<Small> {

        private final SmallEncoder encoder = new SmallEncoder();
        private final SmallDecoder decoder = new SmallDecoder();

        OfSmall() {
            super(Samples.SMALL);
        }

        @Override
        int write(Small value) {
            return encoder.wrapAndApplyHeader(written, 0, headerEncoder)
                    .first(value.first())
                    .second(value.second())
                    .third(value.third())
                    .flag(value.flag() ? Flag.YES : Flag.NO)
                    .text(value.text())
                    .encodedLength();
        }

        @Override
        Small read() {
            decoder.wrapAndApplyHeader(read, 0, headerDecoder);
            return new Small(
                    decoder.first(), decoder.second(), decoder.third(), decoder.text(), decoder.flag() == Flag.YES);
        }
    }

    /** A group of numbers. */
    static final class OfPoints extends SbeSubject<Points> {

        private final PointsEncoder encoder = new PointsEncoder();
        private final PointsDecoder decoder = new PointsDecoder();

        OfPoints() {
            super(Samples.POINTS);
        }

        @Override
        int write(Points value) {
            encoder.wrapAndApplyHeader(written, 0, headerEncoder);
            List<Point> points = value.points();
            PointsEncoder.ItemsEncoder group = encoder.itemsCount(points.size());
            for (Point point : points) {
                group.next().id(point.id()).time(point.time()).x(point.x()).y(point.y());
            }
            return encoder.encodedLength();
        }

        @Override
        Points read() {
            decoder.wrapAndApplyHeader(read, 0, headerDecoder);
            var group = decoder.items();
            List<Point> points = new ArrayList<>(group.count());
            while (group.hasNext()) {
                group.next();
                points.add(new Point(group.id(), group.time(), group.x(), group.y()));
            }
            return new Points(points);
        }
    }

    /** A group of strings. */
    static final class OfTexts extends SbeSubject<Texts> {

        private final TextsEncoder encoder = new TextsEncoder();
        private final TextsDecoder decoder = new TextsDecoder();

        OfTexts() {
            super(Samples.TEXT);
        }

        @Override
        int write(Texts value) {
            encoder.wrapAndApplyHeader(written, 0, headerEncoder);
            List<String> paragraphs = value.paragraphs();
            TextsEncoder.ParagraphsEncoder group = encoder.paragraphsCount(paragraphs.size());
            for (String paragraph : paragraphs) {
                group.next().text(paragraph);
            }
            return encoder.encodedLength();
        }

        @Override
        Texts read() {
            decoder.wrapAndApplyHeader(read, 0, headerDecoder);
            var group = decoder.paragraphs();
            List<String> paragraphs = new ArrayList<>(group.count());
            while (group.hasNext()) {
                paragraphs.add(group.next().text());
            }
            return new Texts(paragraphs);
        }
    }
}
