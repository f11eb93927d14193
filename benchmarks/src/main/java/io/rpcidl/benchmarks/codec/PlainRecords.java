package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.plain.Image;
import io.rpcidl.benchmarks.codec.plain.ImageSize;
import io.rpcidl.benchmarks.codec.plain.Media;
import io.rpcidl.benchmarks.codec.plain.MediaContent;
import io.rpcidl.benchmarks.codec.plain.Player;
import io.rpcidl.benchmarks.codec.plain.Point;
import io.rpcidl.benchmarks.codec.plain.Points;
import io.rpcidl.benchmarks.codec.plain.Small;
import io.rpcidl.benchmarks.codec.plain.Texts;
import java.util.ArrayList;
import java.util.List;

/** From generated records to records that check and copy nothing, and back. */
final class PlainRecords {

    private PlainRecords() {}

    static Small fromModel(io.rpcidl.benchmarks.codec.model.Small small) {
        return new Small(small.first(), small.second(), small.third(), small.text(), small.flag());
    }

    static Object toModel(Small small) {
        return new io.rpcidl.benchmarks.codec.model.Small(
                small.first(), small.second(), small.third(), small.text(), small.flag());
    }

    static Points fromModel(io.rpcidl.benchmarks.codec.model.Points value) {
        List<Point> points = new ArrayList<>();
        value.points().forEach(point -> points.add(new Point(point.id(), point.time(), point.x(), point.y())));
        return new Points(points);
    }

    static Object toModel(Points value) {
        List<io.rpcidl.benchmarks.codec.model.Point> points = new ArrayList<>();
        for (Point point : value.points()) {
            points.add(new io.rpcidl.benchmarks.codec.model.Point(point.id(), point.time(), point.x(), point.y()));
        }
        return new io.rpcidl.benchmarks.codec.model.Points(points);
    }

    static Texts fromModel(io.rpcidl.benchmarks.codec.model.Texts value) {
        return new Texts(new ArrayList<>(value.paragraphs()));
    }

    static Object toModel(Texts value) {
        return new io.rpcidl.benchmarks.codec.model.Texts(value.paragraphs());
    }

    static MediaContent fromModel(io.rpcidl.benchmarks.codec.model.MediaContent value) {
        var media = value.media();
        List<Image> images = new ArrayList<>();
        for (var image : value.images()) {
            images.add(new Image(
                    image.uri(),
                    image.title(),
                    image.width(),
                    image.height(),
                    ImageSize.valueOf(image.size().name())));
        }
        return new MediaContent(
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
    }

    static Object toModel(MediaContent value) {
        Media media = value.media();
        List<io.rpcidl.benchmarks.codec.model.Image> images = new ArrayList<>();
        for (Image image : value.images()) {
            images.add(new io.rpcidl.benchmarks.codec.model.Image(
                    image.uri(), image.title(), image.width(), image.height(), toModel(image.size())));
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
                        toModel(media.player()),
                        media.copyright()),
                images);
    }

    private static io.rpcidl.benchmarks.codec.model.Player toModel(Player player) {
        return player == Player.FLASH
                ? io.rpcidl.benchmarks.codec.model.Player.FLASH
                : io.rpcidl.benchmarks.codec.model.Player.JAVA;
    }

    private static io.rpcidl.benchmarks.codec.model.ImageSize toModel(ImageSize size) {
        return size == ImageSize.LARGE
                ? io.rpcidl.benchmarks.codec.model.ImageSize.LARGE
                : io.rpcidl.benchmarks.codec.model.ImageSize.SMALL;
    }
}
