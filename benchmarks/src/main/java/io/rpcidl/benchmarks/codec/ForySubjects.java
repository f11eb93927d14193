package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.ForySubject.Evolution;
import io.rpcidl.benchmarks.codec.fory.Image;
import io.rpcidl.benchmarks.codec.fory.ImageSize;
import io.rpcidl.benchmarks.codec.fory.Media;
import io.rpcidl.benchmarks.codec.fory.MediaContent;
import io.rpcidl.benchmarks.codec.fory.Player;
import io.rpcidl.benchmarks.codec.fory.Point;
import io.rpcidl.benchmarks.codec.fory.Points;
import io.rpcidl.benchmarks.codec.fory.Small;
import io.rpcidl.benchmarks.codec.fory.Sparse;
import io.rpcidl.benchmarks.codec.fory.Texts;
import java.util.ArrayList;
import java.util.List;

/** The records that Fory writes, filled, and what turns them into those of generated code to be compared. */
final class ForySubjects {

    private ForySubjects() {}

    static Subject<?> small(Evolution evolution) {
        var small = Samples.SMALL;
        return new ForySubject<>(
                evolution,
                List.of(Small.class),
                new Small(small.first(), small.second(), small.third(), small.text(), small.flag()),
                read -> new io.rpcidl.benchmarks.codec.model.Small(
                        read.first(), read.second(), read.third(), read.text(), read.flag()));
    }

    static Subject<?> media(Evolution evolution) {
        var media = Samples.MEDIA.media();
        List<Image> images = new ArrayList<>();
        for (var image : Samples.MEDIA.images()) {
            images.add(new Image(
                    image.uri(),
                    image.title(),
                    image.width(),
                    image.height(),
                    ImageSize.valueOf(image.size().name())));
        }
        MediaContent content = new MediaContent(
                new Media(
                        media.uri(),
                        media.title(),
                        media.width(),
                        media.height(),
                        media.format(),
                        media.duration(),
                        media.size(),
                        media.bitrate(),
                        new ArrayList<>(media.persons()),
                        Player.valueOf(media.player().name()),
                        media.copyright()),
                images);
        return new ForySubject<>(
                evolution,
                List.of(MediaContent.class, Media.class, Image.class, Player.class, ImageSize.class),
                content,
                ForySubjects::toRecord);
    }

    private static Object toRecord(MediaContent read) {
        Media media = read.media();
        List<io.rpcidl.benchmarks.codec.model.Image> images = new ArrayList<>();
        for (Image image : read.images()) {
            images.add(new io.rpcidl.benchmarks.codec.model.Image(
                    image.uri(), image.title(), image.width(), image.height(), toRecord(image.size())));
        }
        return new io.rpcidl.benchmarks.codec.model.MediaContent(
                new io.rpcidl.benchmarks.codec.model.Media(
                        media.uri(),
                        media.title(),
                        media.width(),
                        media.height(),
                        media.format(),
                        media.duration(),
                        media.size(),
                        media.bitrate(),
                        media.persons(),
                        toRecord(media.player()),
                        media.copyright()),
                images);
    }

    private static io.rpcidl.benchmarks.codec.model.Player toRecord(Player player) {
        return player == Player.FLASH
                ? io.rpcidl.benchmarks.codec.model.Player.FLASH
                : io.rpcidl.benchmarks.codec.model.Player.JAVA;
    }

    private static io.rpcidl.benchmarks.codec.model.ImageSize toRecord(ImageSize size) {
        return size == ImageSize.LARGE
                ? io.rpcidl.benchmarks.codec.model.ImageSize.LARGE
                : io.rpcidl.benchmarks.codec.model.ImageSize.SMALL;
    }

    static Subject<?> points(Evolution evolution) {
        List<Point> points = new ArrayList<>();
        Samples.POINTS.points().forEach(point -> points.add(new Point(point.id(), point.time(), point.x(), point.y())));
        return new ForySubject<>(
                evolution, List.of(Points.class, Point.class), new Points(points), ForySubjects::toRecord);
    }

    private static Object toRecord(Points read) {
        List<io.rpcidl.benchmarks.codec.model.Point> points = new ArrayList<>();
        for (Point point : read.points()) {
            points.add(new io.rpcidl.benchmarks.codec.model.Point(point.id(), point.time(), point.x(), point.y()));
        }
        return new io.rpcidl.benchmarks.codec.model.Points(points);
    }

    static Subject<?> text(Evolution evolution) {
        return new ForySubject<>(
                evolution,
                List.of(Texts.class),
                new Texts(new ArrayList<>(Samples.TEXT.paragraphs())),
                read -> new io.rpcidl.benchmarks.codec.model.Texts(read.paragraphs()));
    }

    static Subject<?> sparse(Evolution evolution) {
        return new ForySubject<>(
                evolution, List.of(Sparse.class), ForySparse.fromModel(Samples.SPARSE), ForySparse::toModel);
    }
}
