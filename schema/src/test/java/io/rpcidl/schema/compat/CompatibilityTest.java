package io.rpcidl.schema.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.FieldSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.LiteralSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.StructSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a comparison makes of whole descriptors; the kinds of changes are tested with sources, in the compiler. */
class CompatibilityTest {

    private static final FieldSchema A = field(1, "a", "string");
    private static final FieldSchema B = field(2, "b", "u32");

    @Test
    void findsNothingBetweenEmptySchemas() {
        assertThat(compare(schema(), schema())).isEmpty();
    }

    @Test
    void followsADefinitionToAnotherFile() {
        SchemaDescriptor one = schema(file("p/a.rpcidl", struct("S", A)), file("p/b.rpcidl", struct("T", A)));
        SchemaDescriptor other = schema(file("p/a.rpcidl"), file("p/b.rpcidl", struct("T", A), struct("S", A)));
        assertThat(compare(one, other)).isEmpty();
    }

    @Test
    void seesNoRenameWhereBothAreThere() {
        SchemaDescriptor one = schema(file("p/a.rpcidl", struct("S", A), struct("T", A), struct("U", of("p.S"))));
        SchemaDescriptor other = schema(file("p/a.rpcidl", struct("S", A), struct("T", A), struct("U", of("p.T"))));
        assertThat(compare(one, other)).containsExactly("SOURCE type-reference-changed p.U.x (1): p.S -> p.T");
    }

    @Test
    void comparesWhatTakesAnothersPlaceWithIt() {
        SchemaDescriptor one = schema(file("p/a.rpcidl", struct("S", A), struct("T", A, B), struct("U", of("p.S"))));
        SchemaDescriptor other = schema(file("p/a.rpcidl", struct("S", A), struct("T", A, B), struct("U", of("p.T"))));
        assertThat(compare(one, other))
                .containsExactly(
                        "WIRE required-field-added p.T.b (2): in p.S -> u32 b",
                        "SOURCE type-reference-changed p.U.x (1): p.S -> p.T");
    }

    @Test
    void endsForTypesThatHoldThemselves() {
        SchemaDescriptor one = schema(file("p/a.rpcidl", struct("S", of("list<p.S>")), struct("R", of("p.S"))));
        SchemaDescriptor other = schema(file("p/a.rpcidl", struct("T", of("list<p.T>")), struct("R", of("p.T"))));
        assertThat(compare(one, other)).containsExactly("SOURCE definition-renamed p.T: p.S -> p.T");
    }

    @Test
    void leavesAloneWhatOthersDefineAndNobodyUses() {
        FileSchema mine = file("p/a.rpcidl", struct("S", A));
        SchemaDescriptor one = schema(mine, imported(struct("X", A)));
        SchemaDescriptor other = schema(mine, imported(struct("X", B), struct("Y", A)));
        assertThat(compare(one, other)).isEmpty();
    }

    @Test
    void followsUsesIntoWhatOthersDefine() {
        FileSchema mine = file("p/a.rpcidl", struct("S", of("set<string>"), field(2, "y", "map<string,list<q.X>>")));
        SchemaDescriptor one = schema(mine, imported(struct("X", A)));
        SchemaDescriptor other = schema(mine, imported(struct("X", B)));
        assertThat(compare(one, other))
                .contains(
                        "WIRE required-field-removed q.X.a (1): string a",
                        "WIRE required-field-added q.X.b (2): u32 b");
    }

    @Test
    void treatsWhatIsNotThereAsAnotherType() {
        SchemaDescriptor one = schema(file("p/a.rpcidl", struct("S", of("p.Lost"))));
        SchemaDescriptor other = schema(file("p/a.rpcidl", struct("S", of("p.Found"))));
        assertThat(compare(one, one)).isEmpty();
        assertThat(compare(one, other)).containsExactly("WIRE type-changed p.S.x (1): p.Lost -> p.Found");
    }

    @Test
    void sortsFindingsWhateverTheOrderOfFiles() {
        List<FileSchema> older = new ArrayList<>();
        List<FileSchema> newer = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            older.add(file("p/f" + i + ".rpcidl", struct("S" + i, A, B)));
            newer.add(file("p/f" + i + ".rpcidl", struct("S" + i, field(1, "a", "u8"), field(11, "c", "bool"))));
        }
        List<String> expected = compare(new SchemaDescriptor(older), new SchemaDescriptor(newer));
        Collections.reverse(older);
        Collections.rotate(newer, 5);
        assertThat(compare(new SchemaDescriptor(older), new SchemaDescriptor(newer)))
                .isEqualTo(expected)
                .hasSize(12 * 3);
    }

    /** A definition has at most 65,535 members; looking for each in all others would take minutes. */
    @Test
    @Timeout(60)
    void comparesTheLargestDefinitions() {
        List<FieldSchema> older = new ArrayList<>();
        List<FieldSchema> newer = new ArrayList<>();
        for (int i = 1; i <= 60_000; i++) {
            older.add(field(i, "f" + i, "u8"));
            newer.add(field(60_001 - i, "f" + (i + i % 2), "u8"));
        }
        StructSchema before = StructSchema.builder().name("S").fields(older).build();
        StructSchema after = StructSchema.builder().name("S").fields(newer).build();
        assertThat(compare(schema(file("p/a.rpcidl", before)), schema(file("p/a.rpcidl", after))))
                .hasSizeGreaterThan(30_000);
    }

    @Test
    void refusesADescriptorThatNoCompilerMade() {
        SchemaDescriptor broken = schema(file("p/a.rpcidl", struct("S", field(1, "x", "list<string"))));
        assertThatExceptionOfType(InvalidDescriptorException.class).isThrownBy(() -> compare(broken, broken));
    }

    @Test
    void showsNumbersAlikeOnEveryPlatform() {
        for (double value : new double[] {0.1, 1e300, -2.5, 3, 2e-3, Double.MIN_VALUE, Double.MAX_VALUE}) {
            String text = LiteralText.of(new LiteralSchema.OfFloating(value));
            assertThat(Double.parseDouble(text)).isEqualTo(value);
        }
        assertThat(LiteralText.of(new LiteralSchema.OfFloating(0.1))).isEqualTo("0.1");
        assertThat(LiteralText.of(new LiteralSchema.OfFloating(2e-3))).isEqualTo("0.002");
        assertThat(LiteralText.of(new LiteralSchema.OfFloating(-0.0))).isEqualTo("-0.0");
        assertThat(LiteralText.of(new LiteralSchema.OfFloating(0.0))).isEqualTo("0");
        assertThat(LiteralText.of(new LiteralSchema.OfFloating(Double.NaN))).isEqualTo("nan");
        assertThat(LiteralText.of(new LiteralSchema.OfFloating(Double.NEGATIVE_INFINITY)))
                .isEqualTo("-inf");
    }

    private static List<String> compare(SchemaDescriptor older, SchemaDescriptor newer) {
        return Compatibility.compare(older, newer).stream()
                .filter(finding -> finding.level().atLeast(Level.SOURCE))
                .filter(finding -> finding.kind() != ChangeKind.NUMBER_NOT_RESERVED)
                .map(Finding::toString)
                .toList();
    }

    private static SchemaDescriptor schema(FileSchema... files) {
        return new SchemaDescriptor(List.of(files));
    }

    private static FileSchema file(String path, StructSchema... structs) {
        return FileSchema.builder()
                .path(path)
                .packageName(path.substring(0, path.indexOf('/')))
                .definitions(Arrays.stream(structs)
                        .<DefinitionSchema>map(DefinitionSchema.OfStruct::new)
                        .toList())
                .build();
    }

    private static FileSchema imported(StructSchema... structs) {
        return file("q/q.rpcidl", structs).toBuilder().imported(true).build();
    }

    private static StructSchema struct(String name, FieldSchema... fields) {
        return StructSchema.builder().name(name).fields(List.of(fields)).build();
    }

    private static FieldSchema of(String type) {
        return field(1, "x", type);
    }

    private static FieldSchema field(int number, String name, String type) {
        return FieldSchema.builder().number(number).name(name).type(type).build();
    }
}
