package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.ForySubject.Evolution;
import io.rpcidl.benchmarks.codec.plain.Image;
import io.rpcidl.benchmarks.codec.plain.ImageSize;
import io.rpcidl.benchmarks.codec.plain.Media;
import io.rpcidl.benchmarks.codec.plain.MediaContent;
import io.rpcidl.benchmarks.codec.plain.Player;
import io.rpcidl.benchmarks.codec.plain.Point;
import io.rpcidl.benchmarks.codec.plain.Points;
import io.rpcidl.benchmarks.codec.plain.Small;
import io.rpcidl.benchmarks.codec.plain.Sparse;
import io.rpcidl.benchmarks.codec.plain.Texts;
import java.util.List;

/** The plain records, registered with Fory. */
final class ForySubjects {

    private ForySubjects() {}

    static Subject<?> small(Evolution evolution) {
        return new ForySubject<>(
                evolution, List.of(Small.class), PlainRecords.fromModel(Samples.SMALL), PlainRecords::toModel);
    }

    static Subject<?> media(Evolution evolution) {
        return new ForySubject<>(
                evolution,
                List.of(MediaContent.class, Media.class, Image.class, Player.class, ImageSize.class),
                PlainRecords.fromModel(Samples.MEDIA),
                PlainRecords::toModel);
    }

    static Subject<?> points(Evolution evolution) {
        return new ForySubject<>(
                evolution,
                List.of(Points.class, Point.class),
                PlainRecords.fromModel(Samples.POINTS),
                PlainRecords::toModel);
    }

    static Subject<?> text(Evolution evolution) {
        return new ForySubject<>(
                evolution, List.of(Texts.class), PlainRecords.fromModel(Samples.TEXT), PlainRecords::toModel);
    }

    static Subject<?> sparse(Evolution evolution) {
        return new ForySubject<>(
                evolution, List.of(Sparse.class), PlainSparse.fromModel(Samples.SPARSE), PlainSparse::toModel);
    }
}
