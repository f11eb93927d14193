package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Image;
import io.rpcidl.benchmarks.codec.model.ImageSize;
import io.rpcidl.benchmarks.codec.model.Media;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.Player;
import java.util.ArrayList;
import java.util.List;

/** The nested message, from record to struct and back. */
final class ThriftMedia {

    private ThriftMedia() {}

    static io.rpcidl.benchmarks.codec.thrift.MediaContent toStruct(MediaContent value) {
        var struct = new io.rpcidl.benchmarks.codec.thrift.MediaContent();
        struct.media = toStruct(value.media());
        struct.images = new ArrayList<>();
        for (Image image : value.images()) {
            var each = new io.rpcidl.benchmarks.codec.thrift.Image()
                    .setWidth(image.width())
                    .setHeight(image.height());
            each.uri = image.uri();
            each.title = image.title();
            each.size = io.rpcidl.benchmarks.codec.thrift.ImageSize.findByValue(
                    image.size().number());
            struct.images.add(each);
        }
        return struct;
    }

    private static io.rpcidl.benchmarks.codec.thrift.Media toStruct(Media value) {
        var struct = new io.rpcidl.benchmarks.codec.thrift.Media()
                .setWidth(value.width())
                .setHeight(value.height())
                .setDuration(value.duration())
                .setSize(value.size());
        struct.uri = value.uri();
        struct.title = value.title();
        struct.format = value.format();
        if (value.bitrate() != null) {
            struct.setBitrate(value.bitrate());
        }
        struct.persons = new ArrayList<>(value.persons());
        struct.player = io.rpcidl.benchmarks.codec.thrift.Player.findByValue(
                value.player().number());
        struct.copyright = value.copyright();
        return struct;
    }

    static Object toRecord(io.rpcidl.benchmarks.codec.thrift.MediaContent struct) {
        List<Image> images = new ArrayList<>();
        for (var image : struct.images) {
            images.add(
                    new Image(image.uri, image.title, image.width, image.height, ImageSize.of(image.size.getValue())));
        }
        var media = struct.media;
        return new MediaContent(
                new Media(
                        media.uri,
                        media.title,
                        media.width,
                        media.height,
                        media.format,
                        media.duration,
                        media.size,
                        media.isSetBitrate() ? media.bitrate : null,
                        media.persons,
                        Player.of(media.player.getValue()),
                        media.copyright),
                images);
    }
}
