package io.rpcidl.compiler.generate.java;

import static io.rpcidl.compiler.generate.java.Models.enumeration;
import static io.rpcidl.compiler.generate.java.Models.field;
import static io.rpcidl.compiler.generate.java.Models.list;
import static io.rpcidl.compiler.generate.java.Models.optional;
import static io.rpcidl.compiler.generate.java.Models.struct;
import static io.rpcidl.compiler.generate.java.Models.type;
import static io.rpcidl.compiler.generate.java.Models.union;
import static io.rpcidl.compiler.generate.java.Models.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.codec.StructCodec;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.wire.MalformedDataException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs of two versions of a schema read each other. */
class EvolutionTest {

    private static final Field ID = field(1, "id", type(Scalar.I32));
    private static final Field NAME = field(3, "name", type(Scalar.STRING));

    @Test
    void skipsFieldsThatItDoesNotKnow() throws ReflectiveOperationException {
        Version old = new Version("old", struct("Thing", ID, NAME));
        Version young = new Version(
                "young",
                struct(
                        "Thing",
                        ID,
                        field(2, "more", list(type(Scalar.I64))),
                        NAME,
                        optional(9, "note", type(Scalar.BYTES))));
        assertThat(old.read(young.some("Thing"), "Thing")).startsWith("Thing[id=");
    }

    @Test
    void takesTheDefaultOfAFieldThatIsAbsent() throws ReflectiveOperationException {
        Literal seven = new Literal.Integral(BigInteger.valueOf(7));
        Version old = new Version("old", struct("Thing", ID));
        Version young = new Version("young", struct("Thing", ID, field(2, "count", type(Scalar.I32), false, seven)));
        assertThat(young.read(old.some("Thing"), "Thing")).endsWith("count=7]");
    }

    @Test
    void readsAnAbsentOptionalFieldAsNull() throws ReflectiveOperationException {
        Version old = new Version("old", struct("Thing", ID));
        Version young = new Version("young", struct("Thing", ID, optional(2, "note", type(Scalar.STRING))));
        assertThat(young.read(old.some("Thing"), "Thing")).endsWith("note=null]");
    }

    @Test
    void namesThePlainFieldThatIsAbsent() throws ReflectiveOperationException {
        Version old = new Version("old", struct("Thing", ID));
        Version young = new Version("young", struct("Thing", ID, NAME));
        byte[] octets = old.some("Thing");
        assertThatThrownBy(() -> young.read(octets, "Thing"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("name");
    }

    @Test
    void namesTheFieldWhoseTypeChanged() throws ReflectiveOperationException {
        Version old = new Version("old", struct("Thing", ID));
        Version young = new Version("young", struct("Thing", field(1, "id", type(Scalar.STRING))));
        byte[] octets = old.some("Thing");
        assertThatThrownBy(() -> young.read(octets, "Thing"))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("id");
    }

    @Test
    void keepsAnUnknownVariantOctetForOctet() throws ReflectiveOperationException {
        Definition holder = struct("Holder", field(1, "choice", type("Choice")));
        Version old = new Version("old", holder, union("Choice", variant(1, "none", null)));
        Version young = new Version("young", holder, union("Choice", variant(5, "text", type(Scalar.STRING))));
        byte[] octets = young.some("Holder");
        assertThat(old.rewrite(octets, "Holder")).isEqualTo(octets);
    }

    @Test
    void keepsAnUnknownEnumValue() throws ReflectiveOperationException {
        Definition holder = struct("Holder", field(1, "choice", type("Choice")));
        Version old = new Version("old", holder, enumeration("Choice", false));
        Version young = new Version("young", holder, enumeration("Choice", false, "A", "B", "C"));
        byte[] octets = young.some("Holder");
        assertThat(old.rewrite(octets, "Holder")).isEqualTo(octets);
    }

    /** The compiled code of one version of a schema. */
    private static final class Version {

        private final String javaPackage;
        private final ClassLoader loader;

        Version(String name, Definition... definitions) {
            javaPackage = "test.evolution." + name;
            loader = InMemoryCompiler.compile(
                    new JavaBackend().generate(Models.schema(javaPackage, List.of(definitions))));
        }

        byte[] some(String type) throws ReflectiveOperationException {
            return codec(type).encode(new RandomValues(1).of(find(type)));
        }

        String read(byte[] octets, String type) throws ReflectiveOperationException {
            return codec(type).decode(octets).toString();
        }

        byte[] rewrite(byte[] octets, String type) throws ReflectiveOperationException {
            return codec(type).encode(codec(type).decode(octets));
        }

        private Class<?> find(String type) throws ClassNotFoundException {
            return Class.forName(javaPackage + "." + type, true, loader);
        }

        private StructCodec<Object> codec(String type) throws ReflectiveOperationException {
            @SuppressWarnings("unchecked") // the test only gives it values of the type
            StructCodec<Object> codec =
                    (StructCodec<Object>) find(type).getMethod("codec").invoke(null);
            return codec;
        }
    }
}
