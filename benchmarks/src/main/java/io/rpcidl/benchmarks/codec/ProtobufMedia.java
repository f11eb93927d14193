package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Image;
import io.rpcidl.benchmarks.codec.model.ImageSize;
import io.rpcidl.benchmarks.codec.model.Media;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.Player;
import java.util.ArrayList;
import java.util.List;

/** The nested message, from record to message and back. */
final class ProtobufMedia extends ProtobufMapping<io.rpcidl.benchmarks.codec.protobuf.MediaContent, MediaContent> {

    ProtobufMedia() {
        super(io.rpcidl.benchmarks.codec.protobuf.MediaContent.parser(), Samples.MEDIA);
    }

    @Override
    io.rpcidl.benchmarks.codec.protobuf.MediaContent toMessage(MediaContent value) {
        var message =
                io.rpcidl.benchmarks.codec.protobuf.MediaContent.newBuilder().setMedia(toMessage(value.media()));
        for (Image image : value.images()) {
            message.addImages(toMessage(image));
        }
        return message.build();
    }

    private static io.rpcidl.benchmarks.codec.protobuf.Media toMessage(Media value) {
        var message = io.rpcidl.benchmarks.codec.protobuf.Media.newBuilder()
                .setUri(value.uri())
                .setWidth(value.width())
                .setHeight(value.height())
                .setFormat(value.format())
                .setDuration(value.duration())
                .setSize(value.size())
                .addAllPersons(value.persons())
                .setPlayerValue(value.player().number());
        if (value.title() != null) {
            message.setTitle(value.title());
        }
        if (value.bitrate() != null) {
            message.setBitrate(value.bitrate());
        }
        if (value.copyright() != null) {
            message.setCopyright(value.copyright());
        }
        return message.build();
    }

    private static io.rpcidl.benchmarks.codec.protobuf.Image toMessage(Image value) {
        var message = io.rpcidl.benchmarks.codec.protobuf.Image.newBuilder()
                .setUri(value.uri())
                .setWidth(value.width())
                .setHeight(value.height())
                .setSizeValue(value.size().number());
        if (value.title() != null) {
            message.setTitle(value.title());
        }
        return message.build();
    }

    @Override
    MediaContent toRecord(io.rpcidl.benchmarks.codec.protobuf.MediaContent message) {
        List<Image> images = new ArrayList<>(message.getImagesCount());
        for (var image : message.getImagesList()) {
            images.add(new Image(
                    image.getUri(),
                    image.hasTitle() ? image.getTitle() : null,
                    image.getWidth(),
                    image.getHeight(),
                    ImageSize.of(image.getSizeValue())));
        }
        return new MediaContent(toRecord(message.getMedia()), images);
    }

    private static Media toRecord(io.rpcidl.benchmarks.codec.protobuf.Media message) {
        return new Media(
                message.getUri(),
                message.hasTitle() ? message.getTitle() : null,
                message.getWidth(),
                message.getHeight(),
                message.getFormat(),
                message.getDuration(),
                message.getSize(),
                message.hasBitrate() ? message.getBitrate() : null,
                message.getPersonsList(),
                Player.of(message.getPlayerValue()),
                message.hasCopyright() ? message.getCopyright() : null);
    }
}
