package io.rpcidl.schema.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.Samples;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.json.DescriptorJson;
import io.rpcidl.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFormTest {

    private static final SchemaIndex SAMPLE = SchemaIndex.of(DescriptorJson.read(Samples.JSON));

    @Test
    void writesWhatAServiceReaches() {
        assertThat(CanonicalForm.of(SAMPLE, "p.Items")).isEqualTo("""
                        rpcidl canonical 1
                        root p.Items #0
                        service #0
                        method 1 readonly
                        parameter 1 uuid
                        result #1 optional
                        raises 1 #2
                        method 2 none
                        upload #1
                        result void
                        method 3 oneway
                        result void
                        struct #1
                        field 1 uuid
                        field 2 #3 default 0
                        field 3 map<string@20,list<#1>>@9 default []
                        field 4 string optional
                        field 5 i8 default -128
                        error #2 rejects
                        enum #3 open
                        value 0
                        value 7
                        """);
    }

    @Test
    void writesAWholeSchemaByName() {
        assertThat(CanonicalForm.of(SAMPLE)).startsWith("""
                        rpcidl canonical 1
                        root p.Code string@20
                        root p.Gone #0
                        root p.Item #1
                        root p.Items #2
                        root p.Pick #3
                        root p.State #4
                        root q.v1.Id uuid
                        error #0 rejects
                        struct #1
                        """).endsWith("""
                        union #3
                        variant 1 #1
                        variant 2 void
                        enum #4 open
                        value 0
                        value 7
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bool      | {"bool": true}                                      | true
                    i64       | {"integer": "-9223372036854775808"}                 | -9223372036854775808
                    u64       | {"integer": 18446744073709551615}                   | 18446744073709551615
                    f32       | {"floating": 1.5}                                   | 3fc00000
                    f32       | {"floating": "NaN"}                                 | 7fc00000
                    f64       | {"floating": -0.0}                                  | 8000000000000000
                    f64       | {"floating": "NaN"}                                 | 7ff8000000000000
                    string    | {"text": ""}                                        | x
                    string    | {"text": "aé\\n"}                                   | x61c3a90a
                    uuid      | {"uuid": "123E4567-e89b-12d3-a456-426614174000"}    | 123e4567-e89b-12d3-a456-426614174000
                    timestamp | {"timestamp": "1969-12-31T23:59:59.5Z"}             | -1:500000000
                    duration  | {"duration": "-0.5s"}                               | -1:500000000
                    duration  | {"duration": "90s"}                                 | 90:0
                    decimal   | {"decimal": "9.90"}                                 | 990:2
                    decimal   | {"decimal": "1E+3"}                                 | 1:-3
                    set<u8>   | {"empty": {}}                                       | []
                    """)
    void writesDefaults(String type, String literal, String form) {
        String json = """
                {"files": [{"path": "p.rpcidl", "packageName": "p", "definitions": [{"struct": {"name": "S",
                  "fields": [{"number": 1, "name": "f", "type": "%s", "default": %s}]}}]}]}
                """.formatted(type, literal);
        assertThat(CanonicalForm.of(SchemaIndex.of(DescriptorJson.read(json)), "p.S"))
                .endsWith("\nfield 1 " + type + " default " + form + "\n");
    }

    @Test
    void hasNoFormForWhatIsNoContract() {
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> CanonicalForm.of(SAMPLE, "p.MOST"))
                .withMessage("the constant 'p.MOST' has no canonical form");
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> SchemaHash.of(SAMPLE, "p.Missing"))
                .withMessage("nothing is named 'p.Missing'");
    }

    @Test
    void showsHashesAsDigits() {
        byte[] octets = new byte[16];
        octets[0] = (byte) 0xA0;
        assertThat(new SchemaHash(Bytes.of(octets))).hasToString("a0" + "0".repeat(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemaHash(Bytes.EMPTY))
                .withMessage("the hash of a schema has 16 octets, not 0");
    }

    /** Thousands of structs that name each other in a chain and in a circle: no recursion, no repeated work. */
    @Test
    void walksLongChains() {
        StringBuilder definitions = new StringBuilder();
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            definitions
                    .append(i == 0 ? "" : ",")
                    .append("{\"struct\": {\"name\": \"S")
                    .append(i);
            definitions.append("\", \"fields\": [{\"number\": 1, \"name\": \"f\", \"optional\": true, \"type\": \"p.S");
            definitions.append((i + 1) % count).append("\"}]}}");
        }
        String json = "{\"files\": [{\"path\": \"p.rpcidl\", \"packageName\": \"p\", \"definitions\": [" + definitions
                + "]}]}";
        SchemaIndex index = SchemaIndex.of(DescriptorJson.read(json));
        assertThat(CanonicalForm.of(index, "p.S0")).endsWith("struct #19999\nfield 1 #0 optional\n");
        assertThat(Closure.names(index, "p.S7")).hasSize(count);
    }
}
