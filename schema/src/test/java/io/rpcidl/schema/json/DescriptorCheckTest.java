package io.rpcidl.schema.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.Samples;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaDescriptors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Descriptors that no compiler has made. */
class DescriptorCheckTest {

    private record Mistake(String from, String to, String message) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("\"p/a.rpcidl\"", "\"../a.rpcidl\"", "'../a.rpcidl' is no path below an import root"),
            new Mistake("\"p/a.rpcidl\"", "\"/a.rpcidl\"", "is no path below an import root"),
            new Mistake("\"p/a.rpcidl\"", "\"c:/a.rpcidl\"", "is no path below an import root"),
            new Mistake("\"p/a.rpcidl\"", "\"p\\\\a.rpcidl\"", "is no path below an import root"),
            new Mistake("\"p/a.rpcidl\"", "\"\"", "'' is no path below an import root"),
            new Mistake("\"p/a.rpcidl\"", "\"q/b.rpcidl\"", "'q/b.rpcidl' must stand behind 'q/b.rpcidl'"),
            new Mistake("\"p/a.rpcidl\"", "\"z.rpcidl\"", "files are sorted by path"),
            new Mistake("\"q.v1\"", "\"q.1\"", "has the malformed package 'q.1'"),
            new Mistake("com.acme.p", "com..p", "has the malformed Java package 'com..p'"),
            new Mistake("\"Gone\"", "\"Go ne\"", "'p.Go ne' is a malformed name"),
            new Mistake("\"Gone\"", "\"Pick\"", "two definitions are named 'p.Pick'"),
            new Mistake("4294967295", "4294967296", "'p.MOST' has a value that is none of the type u32"),
            new Mistake("4294967295", "1E+1", "'p.MOST' has a value that is none of the type u32"),
            new Mistake("-128", "-129", "'p.Item.tiny' has a value that is none of the type i8"),
            new Mistake("\"u32\"", "\"bytes\"", "'p.MOST' has a value that is none of the type bytes"),
            new Mistake(
                    "\"base\": \"string\"", "\"base\": \"p.Item\"", "has the base 'p.Item', which is no scalar type"),
            new Mistake("\"max\": 20", "\"max\": 0", "'p.Code' has the maximum 0; it is 1 to 2147483647"),
            new Mistake("\"max\": 20", "\"max\": 4294967295", "'p.Code' has the maximum 4294967295"),
            new Mistake("\"string\", \"max\"", "\"u8\", \"max\"", "values of the type u8 have no length"),
            new Mistake("\"number\": 7", "\"number\": 0", "'p.State.OLD' has the number 0 of another member"),
            new Mistake("\"number\": 7", "\"number\": 3", "'p.State.OLD' has the number 3, which is reserved"),
            new Mistake("\"OLD\"", "\"LOST\"", "'p.State.LOST' has a name that is reserved"),
            new Mistake("\"OLD\"", "\"NEW\"", "'p.State.NEW' has the name of another member"),
            new Mistake("\"last\": 4", "\"last\": 1", "reserves the numbers 2..1 out of order"),
            new Mistake("{\"first\"", "{\"first\": 3, \"last\": 3}, {\"first\"", "numbers 2..4 out of order"),
            new Mistake("{\"enumValue\": \"NEW\"}", "{\"enumValue\": \"GONE\"}", "is none of the type p.State"),
            new Mistake("{\"enumValue\": \"NEW\"}", "{\"empty\": {}}", "is none of the type p.State"),
            new Mistake("\"number\": 5", "\"number\": 0", "'p.Item.tiny' has the number 0; the first is 1"),
            new Mistake("\"q.v1.Id\"}", "\"q.v1.It\"}", "names the type 'q.v1.It', which is not there"),
            new Mistake("\"q.v1.Id\"}", "\"p.Gone\"}", "names the type 'p.Gone', which is no type"),
            new Mistake("list<p.Item>", "list<p.Item", "'>' is expected"),
            new Mistake("map<p.Code,", "map<p.Item,", "has a key or an element of a set of the type p.Item"),
            new Mistake("map<p.Code,", "map<f64,", "has a key or an element of a set of the type f64"),
            new Mistake("\"default\": {\"empty\"", "\"optional\": true, \"default\": {\"empty\"", "it can't be both"),
            new Mistake("\"nothing\"", "\"nothing\", \"max\": 1", "has a maximum and no value"),
            new Mistake("\"p.Gone\"", "\"p.Item\"", "names the error 'p.Item', which is no error"),
            new Mistake(
                    "p.Item\", \"optional\"", "p.Item\", \"stream\": true, \"optional\"", "a result that is optional"),
            new Mistake(
                    "\"ONEWAY\", \"result\": {}", "\"ONEWAY\", \"result\": {\"type\": \"u8\"}", "is oneway and has"),
            new Mistake("\"2.5s\"", "\"0s\"", "'p.Items.get' has a deadline that is not longer than nothing"),
            new Mistake("\"name\": \"items\"", "\"name\": \"9\"", "'p.Items.load.9' is a malformed name"));

    @Test
    void acceptsWhatACompilerMakes() {
        SchemaDescriptor descriptor = DescriptorJson.read(Samples.JSON);
        assertThat(SchemaDescriptors.read(SchemaDescriptors.write(descriptor))).isEqualTo(descriptor);
        assertThat(DescriptorJson.read(DescriptorJson.write(descriptor))).isEqualTo(descriptor);
    }

    @TestFactory
    Stream<DynamicTest> refusesEachMistakeAndNamesItsPlace() {
        return MISTAKES.stream()
                .map(mistake -> DynamicTest.dynamicTest(mistake.message(), () -> {
                    assertThat(Samples.JSON).contains(mistake.from());
                    String text = Samples.JSON.replace(mistake.from(), mistake.to());
                    assertThatExceptionOfType(InvalidDescriptorException.class)
                            .isThrownBy(() -> DescriptorJson.read(text))
                            .withMessageContaining(mistake.message());
                }));
    }
}
