package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Image;
import io.rpcidl.benchmarks.codec.model.ImageSize;
import io.rpcidl.benchmarks.codec.model.Media;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.Player;
import io.rpcidl.benchmarks.codec.sbe.MediaContentDecoder;
import io.rpcidl.benchmarks.codec.sbe.MediaContentEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nested message with groups for its lists and without a block for the recording, which a message can't nest. */
final class SbeMedia extends SbeSubject<MediaContent> {

    private final MediaContentEncoder encoder = new MediaContentEncoder();
    private final MediaContentDecoder decoder = new MediaContentDecoder();

    SbeMedia() {
        super(Samples.MEDIA);
    }

    @Override
    int write(MediaContent value) {
        Media media = value.media();
        Integer bitrate = media.bitrate();
        encoder.wrapAndApplyHeader(written, 0, headerEncoder)
                .width(media.width())
                .height(media.height())
                .duration(media.duration())
                .size(media.size())
                .bitrate(bitrate == null ? MediaContentEncoder.bitrateNullValue() : bitrate)
                .player(io.rpcidl.benchmarks.codec.sbe.Player.get(
                        (short) media.player().number()));
        List<String> persons = media.persons();
        MediaContentEncoder.PersonsEncoder names = encoder.personsCount(persons.size());
        for (String person : persons) {
            names.next().name(person);
        }
        List<Image> images = value.images();
        MediaContentEncoder.ImagesEncoder pictures = encoder.imagesCount(images.size());
        for (Image image : images) {
            pictures.next()
                    .width(image.width())
                    .height(image.height())
                    .size(io.rpcidl.benchmarks.codec.sbe.ImageSize.get(
                            (short) image.size().number()))
                    .uri(image.uri())
                    .title(orEmpty(image.title()));
        }
        return encoder.uri(media.uri())
                .title(orEmpty(media.title()))
                .format(media.format())
                .copyright(orEmpty(media.copyright()))
                .encodedLength();
    }

    @Override
    MediaContent read() {
        decoder.wrapAndApplyHeader(read, 0, headerDecoder);
        int bitrate = decoder.bitrate();
        var names = decoder.persons();
        List<String> persons = new ArrayList<>(names.count());
        while (names.hasNext()) {
            persons.add(names.next().name());
        }
        var pictures = decoder.images();
        List<Image> images = new ArrayList<>(pictures.count());
        while (pictures.hasNext()) {
            pictures.next();
            int width = pictures.width();
            int height = pictures.height();
            ImageSize size = ImageSize.of(pictures.sizeRaw());
            images.add(new Image(pictures.uri(), orNull(pictures.title()), width, height, size));
        }
        String uri = decoder.uri();
        String title = orNull(decoder.title());
        String format = decoder.format();
        String copyright = orNull(decoder.copyright());
        Media media = new Media(
                uri,
                title,
                decoder.width(),
                decoder.height(),
                format,
                decoder.duration(),
                decoder.size(),
                bitrate == MediaContentDecoder.bitrateNullValue() ? null : bitrate,
                persons,
                Player.of(decoder.playerRaw()),
                copyright);
        return new MediaContent(media, images);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
