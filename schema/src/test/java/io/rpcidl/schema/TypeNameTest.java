package io.rpcidl.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.schema.TypeName.ListOf;
import io.rpcidl.schema.TypeName.MapOf;
import io.rpcidl.schema.TypeName.Of;
import io.rpcidl.schema.TypeName.Reference;
import io.rpcidl.schema.TypeName.SetOf;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TypeNameTest {

    private static final String PIECES = "list<|set<|map<|>|,|u32|string|a.B|x|.|_|9| |é|list|\0|<";

    @ParameterizedTest
    @EnumSource
    void readsEveryScalar(ScalarType scalar) {
        assertThat(TypeName.parse(scalar.keyword())).isEqualTo(new Of(scalar)).hasToString(scalar.keyword());
    }

    @Test
    void readsCollectionsOfDefinitions() {
        String text = "map<string,list<set<shop.orders.v1.Line>>>";
        assertThat(TypeName.parse(text))
                .isEqualTo(new MapOf(
                        new Of(ScalarType.STRING), new ListOf(new SetOf(new Reference("shop.orders.v1.Line")))))
                .hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                | 1  | a word of the language
                    Line              | 1  | the full name of a definition
                    list              | 1  | the full name
                    list<u32          | 9  | '>' is expected
                    list<u32>>        | 10 | ends before it
                    list<>            | 6  | a word of the language
                    list <u32>        | 1  | the full name
                    bag<u32>          | 1  | only list, set and map
                    map<string>       | 11 | ',' is expected
                    map<string, u32>  | 12 | a word of the language
                    set<u32,u32>      | 8  | '>' is expected
                    shop.9Line        | 1  | the full name
                    shop..Line        | 1  | the full name
                    .Line             | 1  | the full name
                    shop.             | 1  | the full name
                    shop.Lïne         | 7  | ends before it
                    u32 x             | 4  | ends before it
                    """)
    void saysWhatIsWrongAndWhere(String text, int place, String why) {
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> TypeName.parse(text))
                .withMessageContaining("at character " + place + ":")
                .withMessageContaining(why);
    }

    @Test
    void nestsAsDeepAsTheLanguageAndNoDeeper() {
        String deepest = "list<".repeat(TypeName.MAXIMUM_DEPTH) + "u8" + ">".repeat(TypeName.MAXIMUM_DEPTH);
        assertThat(TypeName.parse(deepest)).hasToString(deepest);
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> TypeName.parse("set<" + deepest + ">"))
                .withMessageContaining("at most 64 deep");
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> TypeName.parse("list<".repeat(1_000_000)));
    }

    @Test
    void showsLongTextsCutAndHarmless() {
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> TypeName.parse("\u001b[31m\n" + "x".repeat(100_000)))
                .satisfies(thrown -> assertThat(thrown.getMessage())
                        .hasSizeLessThan(400)
                        .doesNotContain("\u001b")
                        .doesNotContain("\n"));
    }

    /** Whatever the text: it is refused in words, or it is the text of what it means. */
    @Property(tries = 5_000)
    void readsAnyTextOrRefusesIt(@ForAll long seed) {
        Random random = new Random(seed);
        String[] pieces = PIECES.split("\\|");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        try {
            assertThat(TypeName.parse(text.toString())).hasToString(text.toString());
        } catch (InvalidDescriptorException e) {
            assertThat(e).hasMessageContaining("malformed at character");
        }
    }
}
