package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.SchemaDescriptor;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Descriptors that no compiler has made, and defaults of all types. */
class LinkerTest {

    @Test
    void refusesWhatNoCompilerMakes() {
        assertRefused("t.v1.A: no type has the name t.v1.B", Schemas.struct("A", "1: ~B b"));
        assertRefused("t.v1.A: the type 'list<' is malformed", Schemas.struct("A", "1: list< b"));
        assertRefused("t.v1.A: two fields have the name a", Schemas.struct("A", "1: i8 a", "2: i8 a"));
        assertRefused("t.v1.A: the number 1 is used twice", Schemas.struct("A", "1: i8 a", "1: i8 b"));
        assertRefused("t.v1.A: the number 0 is used twice or not", Schemas.struct("A", "0: i8 a"));
        assertRefused("t.v1.A: two variants have the name a", Schemas.union("A", "1: a", "2: a"));
        assertRefused("t.v1.A: the number 1 is used twice", Schemas.union("A", "1: a", "1: b"));
        assertRefused("t.v1.A is defined twice", Schemas.struct("A"), Schemas.struct("A"));
        assertRefused("t.v1.A: struct can't be a key of a map", Schemas.struct("A", "1: map<~A,i8> a"));
        assertRefused("t.v1.A: list can't be an element of a set", Schemas.struct("A", "1: set<list<i8>> a"));
        assertRefused("t.v1.A: @max is for strings, bytes and collections", Schemas.struct("A", "1: i8 a @max(1)"));
        assertRefused("t.v1.A: @max is for strings, bytes and collections", Schemas.type("A", "i8", 1L, false));
        assertRefused("t.v1.A: the base is no type of the language", Schemas.type("A", "list<i8>"));
        assertRefused("t.v1.A: no type has the name t.v1.E", Schemas.error("E"), Schemas.struct("A", "1: ~E e"));
        assertRefused("t.v1.A: two values have the same", Schemas.enumeration("A", Map.of("X", 1, "Y", 1)));
        assertRefused("t.v1.A: a name is not made of", Schemas.enumeration("A", Map.of("#7", 1)));
        assertRefused("a name is not made of", Schemas.struct("A\n"));
        assertRefused("t.v1.S.m: no type", Schemas.service("S", Schemas.method(1, "m", "~B")));
    }

    @Test
    void refusesDefaultsThatAreNoValues() {
        DefinitionSchema state = Schemas.enumeration("State", Map.of("PAID", 1));
        assertRefused("t.v1.A: the default is no value of i8", Schemas.struct("A", "1: i8 a = 128"));
        assertRefused("t.v1.A: the default is no value of i8", Schemas.struct("A", "1: i8 a = true"));
        assertRefused("t.v1.A: the default can't be written", Schemas.struct("A", "1: u8 a = 256"));
        assertRefused("t.v1.A: the default is no value of u64", Schemas.struct("A", "1: u64 a = -1"));
        assertRefused("t.v1.A: the default is no value of bytes", Schemas.struct("A", "1: bytes a = 1"));
        assertRefused("t.v1.A: the default can't be written", Schemas.struct("A", "1: string a = \"abc\" @max(2)"));
        assertRefused("t.v1.A: the default is no value of its type", Schemas.struct("A", "1: list<i8> a = 1"));
        assertRefused("t.v1.A: the default is no value of its enum", state, Schemas.struct("A", "1: ~State a = LOST"));
        assertRefused("t.v1.A: only scalars", Schemas.struct("B"), Schemas.struct("A", "1: ~B a = 1"));
    }

    @Test
    void knowsDefaultsOfAllTypes() {
        SchemaDescriptor descriptor = Schemas.of(
                Schemas.type("Id", "u64"),
                Schemas.struct(
                        "A",
                        "1: bool b = true",
                        "2: i16 i = -2",
                        "3: u32 u = 4294967295",
                        "4: ~Id id = 18446744073709551615",
                        "5: f32 f = 1.5",
                        "6: f64 d = 2",
                        "7: decimal m = 3",
                        "8: string s = \"x\" @sensitive",
                        "9: set<i8> n = []",
                        "10: map<i8,i8> o = []"));
        assertThat(Refused.normalised(JsonForm.of(descriptor).message("t.v1.A"), "{}"))
                .isEqualTo("{\"b\":true,\"i\":-2,\"u\":4294967295,\"id\":\"18446744073709551615\",\"f\":1.5,\"d\":2.0,"
                        + "\"m\":\"3\",\"s\":\"x\",\"n\":[],\"o\":{}}");
    }

    private static void assertRefused(String problem, DefinitionSchema... definitions) {
        assertThatThrownBy(() -> JsonForm.of(Schemas.of(definitions)))
                .isInstanceOf(InvalidDescriptorException.class)
                .hasMessageStartingWith(problem);
    }
}
