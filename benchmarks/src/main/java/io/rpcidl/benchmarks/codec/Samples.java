package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Image;
import io.rpcidl.benchmarks.codec.model.ImageSize;
import io.rpcidl.benchmarks.codec.model.Media;
import io.rpcidl.benchmarks.codec.model.MediaContent;
import io.rpcidl.benchmarks.codec.model.NewerSmall;
import io.rpcidl.benchmarks.codec.model.PassedSmall;
import io.rpcidl.benchmarks.codec.model.Player;
import io.rpcidl.benchmarks.codec.model.Point;
import io.rpcidl.benchmarks.codec.model.Points;
import io.rpcidl.benchmarks.codec.model.Small;
import io.rpcidl.benchmarks.codec.model.Sparse;
import io.rpcidl.benchmarks.codec.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The values that every format encodes, the same in every run. */
public final class Samples {

    /** A request like many. */
    public static final Small SMALL = new Small(1_234_567, 54_321, 1_234_567_890_123L, "twenty ASCII letters", true);

    static final NewerSmall NEWER = new NewerSmall(
            1_234_567,
            54_321,
            1_234_567_890_123L,
            "twenty ASCII letters",
            true,
            1_700_000_000_000L,
            "0af7651916cd",
            List.of(17, 1_024, 70_000));

    /** What a program without the three newer fields has of it. */
    static final PassedSmall PASSED =
            PassedSmall.codec().decode(NewerSmall.codec().encode(NEWER));

    /** The nested message. */
    public static final MediaContent MEDIA = media();

    static final Points POINTS = points();

    static final Texts TEXT = Paragraphs.texts();

    /** One field of each type is there, and the gaps between them differ. */
    static final Sparse SPARSE = Sparse.builder()
            .f4(true)
            .f17(1_234_567_890_123L)
            .f38(2.718281828459045)
            .f56(1_234_567)
            .f95("present")
            .build();

    private static final long SEED = 1;
    private static final int POINT_COUNT = 1000;

    private Samples() {}

    /** The values that this message has had since it was first used for comparing. */
    private static MediaContent media() {
        Media media = Media.builder()
                .uri("http://javaone.com/keynote.mpg")
                .title("Javaone Keynote")
                .width(640)
                .height(480)
                .format("video/mpg4")
                .duration(18_000_000)
                .size(58_982_400)
                .bitrate(262_144)
                .persons(List.of("Bill Gates", "Steve Jobs"))
                .player(Player.JAVA)
                .build();
        return new MediaContent(
                media,
                List.of(
                        new Image(
                                "http://javaone.com/keynote_large.jpg", "Javaone Keynote", 1024, 768, ImageSize.LARGE),
                        new Image(
                                "http://javaone.com/keynote_small.jpg", "Javaone Keynote", 320, 240, ImageSize.SMALL)));
    }

    private static Points points() {
        Random random = new Random(SEED);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < POINT_COUNT; i++) {
            points.add(new Point(
                    100_000 + random.nextInt(900_000),
                    1_700_000_000_000L + 1000L * i + random.nextInt(1000),
                    random.nextDouble() * 360 - 180,
                    random.nextDouble() * 180 - 90));
        }
        return new Points(points);
    }
}
