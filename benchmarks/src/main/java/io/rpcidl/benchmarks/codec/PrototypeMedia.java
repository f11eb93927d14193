package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.plain.Image;
import io.rpcidl.benchmarks.codec.plain.ImageSize;
import io.rpcidl.benchmarks.codec.plain.Media;
import io.rpcidl.benchmarks.codec.plain.MediaContent;
import io.rpcidl.benchmarks.codec.plain.Player;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nested message by hand: which optional fields are there is looked up by the length and two octets of
 * the shape, and the records check and copy nothing. */
final class PrototypeMedia extends Prototype<MediaContent> {

    private static final int TITLE = 1;
    private static final int BITRATE = 2;
    private static final int COPYRIGHT = 4;

    /** The shapes of a recording by the optional fields that are there, padded to 16 octets. */
    private static final byte[][] MEDIA = mediaShapes();

    /** A picture with a title, and one without: i32, i32 and enum behind the strings. */
    private static final long IMAGE = 0x1A_14_14_1B_1B_05L;

    private static final long IMAGE_MASK = 0xFF_FF_FF_FF_FF_FFL;
    private static final long UNTITLED = 0x1A_14_24_1B_04L;
    private static final long UNTITLED_MASK = 0xFF_FF_FF_FF_FFL;

    PrototypeMedia() {
        super(PlainRecords.fromModel(Samples.MEDIA));
    }

    private static byte[][] mediaShapes() {
        byte[][] shapes = new byte[8][];
        int[] kinds = {0xB, 0xB, 4, 4, 0xB, 5, 5, 4, 0xE, 0xA, 0xB};
        for (int present = 0; present < shapes.length; present++) {
            byte[] shape = new byte[16];
            int length = 0;
            int last = 0;
            for (int number = 1; number <= kinds.length; number++) {
                int bit = number == 2 ? TITLE : number == 8 ? BITRATE : number == 11 ? COPYRIGHT : 0;
                if (bit == 0 || (present & bit) != 0) {
                    shape[++length] = (byte) ((number - last) << 4 | kinds[number - 1]);
                    last = number;
                }
            }
            shape[0] = (byte) length;
            shapes[present] = shape;
        }
        return shapes;
    }

    @Override
    int write(MediaContent value) {
        byte[] to = buffer;
        to[0] = 2;
        to[1] = 0x1D;
        to[2] = 0x1E;
        int at = writeMedia(to, value.media());
        List<Image> images = value.images();
        to[at] = 0x0D;
        to[at + 1] = (byte) images.size();
        at += 2;
        for (Image image : images) {
            at = writeImage(to, at, image);
        }
        return at;
    }

    private static int writeMedia(byte[] to, Media media) {
        String title = media.title();
        Integer bitrate = media.bitrate();
        String copyright = media.copyright();
        byte[] shape = MEDIA[
                (title != null ? TITLE : 0) | (bitrate != null ? BITRATE : 0) | (copyright != null ? COPYRIGHT : 0)];
        I64.set(to, 3, (long) I64.get(shape, 0));
        I64.set(to, 11, (long) I64.get(shape, 8));
        int at = writeText(to, 4 + shape[0], media.uri());
        if (title != null) {
            at = writeText(to, at, title);
        }
        I32.set(to, at, media.width());
        I32.set(to, at + 4, media.height());
        at = writeText(to, at + 8, media.format());
        I64.set(to, at, media.duration());
        I64.set(to, at + 8, media.size());
        at += 16;
        if (bitrate != null) {
            I32.set(to, at, (int) bitrate);
            at += 4;
        }
        List<String> persons = media.persons();
        to[at] = 0x0B;
        to[at + 1] = (byte) persons.size();
        at += 2;
        for (String person : persons) {
            at = writeText(to, at, person);
        }
        to[at] = media.player() == Player.JAVA ? (byte) 0 : 1;
        to[at + 1] = 0;
        at += 2;
        return copyright != null ? writeText(to, at, copyright) : at;
    }

    private static int writeImage(byte[] to, int from, Image image) {
        String title = image.title();
        int at;
        if (title != null) {
            I64.set(to, from, IMAGE);
            at = writeText(to, from + 6, image.uri());
            at = writeText(to, at, title);
        } else {
            I64.set(to, from, UNTITLED);
            at = writeText(to, from + 5, image.uri());
        }
        I32.set(to, at, image.width());
        I32.set(to, at + 4, image.height());
        to[at + 8] = image.size() == ImageSize.SMALL ? (byte) 0 : 1;
        to[at + 9] = 0;
        return at + 10;
    }

    @Override
    MediaContent decode(byte[] message) {
        if (message[0] != 2 || message[1] != 0x1D || message[2] != 0x1E) {
            throw unexpected("shape");
        }
        Reading in = new Reading(message);
        Media media = in.media();
        Image[] images = new Image[in.count(0x0D)];
        for (int i = 0; i < images.length; i++) {
            images[i] = in.image();
        }
        if (in.at != message.length) {
            throw unexpected("length");
        }
        return new MediaContent(media, Arrays.asList(images));
    }

    @Override
    Object neutral(MediaContent value) {
        return PlainRecords.toModel(value);
    }

    /** A position in a message; it never leaves the method that makes it, so it costs no memory. */
    private static final class Reading {
        private final byte[] message;
        private int at = 3;

        Reading(byte[] message) {
            this.message = message;
        }

        Media media() {
            int present = shape();
            String uri = string();
            String title = (present & TITLE) != 0 ? string() : null;
            int width = i32();
            int height = i32();
            String format = string();
            long duration = i64();
            long size = i64();
            Integer bitrate = (present & BITRATE) != 0 ? i32() : null;
            int count = count(0x0B);
            String[] persons = new String[count];
            for (int i = 0; i < count; i++) {
                persons[i] = string();
            }
            Player player = u16() == 0 ? Player.JAVA : Player.FLASH;
            String copyright = (present & COPYRIGHT) != 0 ? string() : null;
            return new Media(
                    uri,
                    title,
                    width,
                    height,
                    format,
                    duration,
                    size,
                    bitrate,
                    Arrays.asList(persons),
                    player,
                    copyright);
        }

        /** The optional fields that are there, when it is one of the eight shapes. */
        private int shape() {
            int length = message[at];
            // the second entry says whether there is a title, the last whether there is a copyright
            int present = message[at + 2] == 0x1B ? TITLE : 0;
            if (message[at + length] == 0x1B) {
                present |= COPYRIGHT;
            }
            if (length - Integer.bitCount(present) == 9) {
                present |= BITRATE;
            }
            byte[] shape = MEDIA[present];
            if ((long) I64.get(message, at) != (long) I64.get(shape, 0)) {
                throw unexpected("shape");
            }
            for (int i = 8; i <= length; i++) {
                if (message[at + i] != shape[i]) {
                    throw unexpected("shape");
                }
            }
            at += 1 + length;
            return present;
        }

        Image image() {
            long head = (long) I64.get(message, at);
            boolean titled = (head & IMAGE_MASK) == IMAGE;
            if (!titled && (head & UNTITLED_MASK) != UNTITLED) {
                throw unexpected("shape");
            }
            at += titled ? 6 : 5;
            String uri = string();
            @Nullable String title = titled ? string() : null;
            return new Image(uri, title, i32(), i32(), u16() == 0 ? ImageSize.SMALL : ImageSize.LARGE);
        }

        int count(int kind) {
            if (message[at] != kind || message[at + 1] < 0) {
                throw unexpected("list");
            }
            at += 2;
            return message[at - 1];
        }

        private String string() {
            int length = message[at++];
            if (length < 0) {
                length = (length & 0x7F) | (message[at++] << 7);
            }
            String text = text(message, at, length);
            at += length;
            return text;
        }

        private int i32() {
            at += 4;
            return (int) I32.get(message, at - 4);
        }

        private long i64() {
            at += 8;
            return (long) I64.get(message, at - 8);
        }

        private int u16() {
            at += 2;
            return (message[at - 2] & 0xFF) | (message[at - 1] & 0xFF) << 8;
        }
    }
}
