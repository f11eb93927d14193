package io.rpcidl.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.benchmarks.codec.model.Small;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {

    static List<String> names() {
        return Subjects.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFormatGivesBackTheSameValue(String name) {
        Subject<Object> subject = Subjects.of(name);

        byte[] message = Subjects.checked(subject);

        assertThat(message).isNotEmpty();
        assertThat(subject.neutral(subject.decode(message))).isEqualTo(sample(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "media", "points", "text", "sparse"})
    void thePrototypeWritesTheOctetsOfGeneratedCode(String shape) {
        byte[] generated = Subjects.checked(Subjects.of(shape + Subjects.OWN));

        assertThat(Subjects.checked(Subjects.of(shape + Subjects.PROTOTYPE))).isEqualTo(generated);
    }

    @Test
    void whatDoesNotComeBackIsNotMeasured() {
        Subject<Small> forgetful = new PrototypeSmall() {
            @Override
            Small decode(byte[] message) {
                return new Small(0, 0, 0, "", false);
            }
        };

        assertThatThrownBy(() -> Subjects.checked(forgetful))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("decoded Small[first=0");
    }

    @Test
    void namesWhatThereIs() {
        assertThatThrownBy(() -> Subjects.of("small/morse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small/morse")
                .hasMessageContaining("small/rpcidl");
    }

    @Test
    void aThirdOfTheTextIsNotAscii() {
        String text = String.join("", Samples.TEXT.paragraphs());

        long other = text.codePoints().filter(character -> character > 0x7F).count();

        assertThat((double) other / text.codePointCount(0, text.length())).isBetween(0.3, 0.37);
    }

    private static Object sample(String name) {
        if (name.startsWith("relay/")) {
            return name.endsWith("-known") ? Samples.NEWER : Samples.PASSED;
        }
        return switch (name.substring(0, name.indexOf('/'))) {
            case "small" -> Samples.SMALL;
            case "media" -> Samples.MEDIA;
            case "points" -> Samples.POINTS;
            case "text" -> Samples.TEXT;
            default -> Samples.SPARSE;
        };
    }
}
