package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rpcidl.codec.StructCodec;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.generate.java.Version.Form;
import io.rpcidl.compiler.generate.java.Version.Root;
import io.rpcidl.compiler.model.DeclaredError;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.wire.MalformedDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Row A24 of the catalogue of hostile inputs: compiled code of random schemas whose numbers lie up to 65,535 apart reads what
 * versions with more and with less have written. {@code -Drpcidl.versions=300} tries more schemas, {@code -Drpcidl.compat.seed=7}
 * others.
 */
class VersionsTest {

    private static final int SCHEMAS = Integer.getInteger("rpcidl.versions", 6);
    private static final long SEED = Long.getLong("rpcidl.compat.seed", 1);
    private static final int VALUES = 10;
    private static final int BROKEN = 40;

    private static final List<Family> FAMILIES = new ArrayList<>();

    @BeforeAll
    static void compile() throws ReflectiveOperationException {
        List<List<Schema>> schemas = new ArrayList<>();
        List<GeneratedFile> files = new ArrayList<>();
        for (int i = 0; i < SCHEMAS; i++) {
            List<Schema> family = family(SEED * 1_000_000 + i, i);
            if (family.stream().allMatch(VersionsTest::isLegal)) {
                schemas.add(family);
                family.forEach(schema -> files.addAll(new JavaBackend().generate(schema)));
            }
        }
        assertThat(schemas).hasSizeGreaterThan(SCHEMAS / 2);
        ClassLoader loader = InMemoryCompiler.compile(files);
        for (List<Schema> family : schemas) {
            FAMILIES.add(new Family(
                    new Version(family.get(0), loader),
                    new Version(family.get(1), loader),
                    new Version(family.get(2), loader),
                    new Version(family.get(3), loader)));
        }
    }

    private static List<Schema> family(long seed, int index) {
        Random random = new Random(seed);
        Schema any = RandomSchemas.of(seed, "test.versions.any" + index);
        List<Definition> base = Versions.farApart(any.files().get(0).definitions(), random);
        List<Definition> grown = Versions.grown(base, random);
        List<Definition> less = Versions.without(base, field -> random.nextInt(6) == 0);
        List<Definition> relay = Versions.opened(Versions.without(base, field -> random.nextInt(3) == 0));
        return List.of(
                Models.schema("test.versions.base" + index, base),
                Models.schema("test.versions.grown" + index, grown),
                Models.schema("test.versions.less" + index, less),
                Models.schema("test.versions.relay" + index, relay));
    }

    /** A schema, the same with more variants and values, with fewer fields, and with fewer fields in open structs. */
    private record Family(Version base, Version grown, Version less, Version relay) {

        /** What to say of the fields that only the base has, and must have. */
        Set<String> missing() {
            List<Field> missing = Versions.fields(base.schema().files().get(0).definitions());
            missing.removeAll(Versions.fields(less.schema().files().get(0).definitions()));
            return missing.stream()
                    .filter(field -> !field.optional() && field.defaultValue() == null)
                    .map(field -> "the required field " + field.name() + " (" + field.number() + ") is absent")
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void keepUnknownVariantsAndValuesOctetForOctet() throws ReflectiveOperationException {
        Random random = new Random(SEED);
        int kept = 0;
        for (Family family : FAMILIES) {
            for (Map.Entry<String, Root> entry : family.grown().roots().entrySet()) {
                Root reader = family.base().roots().get(entry.getKey());
                for (int i = 0; i < VALUES && comparable(reader); i++) {
                    byte[] octets = written(family.grown(), entry.getValue(), random);
                    Object read = reader.codec().decode(octets);
                    assertThat(reader.codec().encode(read)).as("%s", read).isEqualTo(octets);
                    kept += String.valueOf(read).contains("unknown variant ") ? 1 : 0;
                }
            }
        }
        assertThat(kept).as("values with an unknown variant").isGreaterThan(SCHEMAS);
    }

    @Test
    void skipWhatTheyDoNotKnow() throws ReflectiveOperationException {
        Random random = new Random(SEED);
        for (Family family : FAMILIES) {
            TreeComparison comparison =
                    new TreeComparison(family.base().schema(), family.less().schema());
            for (Map.Entry<String, Root> entry : family.base().roots().entrySet()) {
                Root reader = family.less().roots().get(entry.getKey());
                for (int i = 0; i < VALUES && comparable(reader); i++) {
                    Object tree = family.base().make(entry.getValue().form(), random);
                    byte[] octets = family.base().write(entry.getValue(), tree);
                    Object read = family.less().read(reader, octets);
                    assertSame(comparison, entry.getValue(), tree, reader, read);
                }
            }
        }
    }

    @Test
    void readTheSameFromARelayThatKnowsLess() throws ReflectiveOperationException {
        Random random = new Random(SEED);
        int kept = 0;
        for (Family family : FAMILIES) {
            for (Map.Entry<String, Root> entry : family.base().roots().entrySet()) {
                Root relay = family.relay().roots().get(entry.getKey());
                StructCodec<Object> codec = entry.getValue().codec();
                // what an error loses is lost: it can't be open
                for (int i = 0; i < VALUES && relayed(relay); i++) {
                    byte[] octets = written(family.base(), entry.getValue(), random);
                    Object between = relay.codec().decode(octets);
                    byte[] written = relay.codec().encode(between);
                    assertThat(codec.decode(written)).as("%s", between).isEqualTo(codec.decode(octets));
                    kept += String.valueOf(between).matches("(?s).*unknownFields=\\[[0-9].*") ? 1 : 0;
                }
            }
        }
        assertThat(kept).as("values with an unknown field").isGreaterThan(SCHEMAS);
    }

    @Test
    void relayOrRefuseWhateverIsBroken() throws ReflectiveOperationException {
        Random random = new Random(SEED);
        int relayed = 0;
        int refused = 0;
        for (Family family : FAMILIES) {
            for (Map.Entry<String, Root> entry : family.base().roots().entrySet()) {
                Root relay = family.relay().roots().get(entry.getKey());
                for (int i = 0; i < BROKEN && relayed(relay); i++) {
                    byte[] broken = broken(written(family.base(), entry.getValue(), random), random);
                    Object[] read = new Object[1];
                    MalformedDataException problem = catchThrowableOfType(
                            MalformedDataException.class,
                            () -> read[0] = relay.codec().decode(broken));
                    if (problem == null) {
                        // what was accepted is a message again, with the same meaning
                        byte[] written = relay.codec().encode(read[0]);
                        assertThat(relay.codec().decode(written)).isEqualTo(read[0]);
                        relayed++;
                    } else {
                        assertThat(problem.clause()).startsWith("W-");
                        refused++;
                    }
                }
            }
        }
        assertThat(relayed).isGreaterThan(SCHEMAS);
        assertThat(refused).isGreaterThan(SCHEMAS);
    }

    private static boolean relayed(Root relay) {
        return comparable(relay) && !(((Form.Of) relay.form()).definition() instanceof DeclaredError);
    }

    /** The same octets with one bit turned, or without the last ones. */
    private static byte[] broken(byte[] octets, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(octets, random.nextInt(octets.length));
        }
        byte[] broken = octets.clone();
        int bit = random.nextInt(8 * octets.length);
        broken[bit / 8] ^= (byte) (1 << bit % 8);
        return broken;
    }

    @Test
    void takeDefaultsAndNameWhatIsMissing() throws ReflectiveOperationException {
        Random random = new Random(SEED);
        int refused = 0;
        int defaulted = 0;
        for (Family family : FAMILIES) {
            Set<String> required = family.missing();
            TreeComparison comparison =
                    new TreeComparison(family.less().schema(), family.base().schema());
            for (Map.Entry<String, Root> entry : family.less().roots().entrySet()) {
                Root reader = family.base().roots().get(entry.getKey());
                for (int i = 0; i < VALUES && comparable(reader); i++) {
                    Object tree = family.less().make(entry.getValue().form(), random);
                    byte[] octets = family.less().write(entry.getValue(), tree);
                    MalformedDataException problem = catchThrowableOfType(
                            MalformedDataException.class, () -> reader.codec().decode(octets));
                    if (problem != null) {
                        assertThat(problem.clause()).isEqualTo("W-3.9");
                        assertThat(required).contains(problem.problem());
                        refused++;
                    } else {
                        assertSame(
                                comparison,
                                entry.getValue(),
                                tree,
                                reader,
                                family.base().read(reader, octets));
                        defaulted++;
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(SCHEMAS);
        assertThat(defaulted).isGreaterThan(SCHEMAS);
    }

    /** A message of a definition: parameters stay as they are, and results hold definitions again. */
    private static boolean comparable(Root reader) {
        return reader.codec() != null && reader.form() instanceof Form.Of;
    }

    private static byte[] written(Version version, Root root, Random random) throws ReflectiveOperationException {
        return version.write(root, version.make(root.form(), random));
    }

    private static void assertSame(TreeComparison comparison, Root from, Object tree, Root to, Object read) {
        Definition before = ((Form.Of) from.form()).definition();
        Definition after = ((Form.Of) to.form()).definition();
        assertThat(comparison.same(new Type.Reference(before.name()), tree, new Type.Reference(after.name()), read))
                .as("%s was read as %s", tree, read)
                .isTrue();
    }

    private static boolean isLegal(Schema schema) {
        Diagnostics diagnostics = new Diagnostics();
        new JavaBackend().check(schema, diagnostics);
        return !diagnostics.hasErrors();
    }
}
