package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.Closure;
import io.rpcidl.value.Bytes;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaGeneratorTest {

    /** A class file holds no constant of more than 65,535 octets. */
    @Test
    void splitsWhatNoConstantHolds() throws ReflectiveOperationException {
        List<Definition> definitions = new ArrayList<>();
        List<Field> parameters = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            String[] values = IntStream.range(0, 300)
                    .mapToObj(number -> "V" + number + "_".repeat(100))
                    .toArray(String[]::new);
            definitions.add(Models.enumeration("E" + i, true, values));
            parameters.add(Models.field(i, "e" + i, Models.type("E" + i)));
        }
        definitions.add(Models.service("Large", Models.method(1, "take", null, parameters.toArray(Field[]::new))));
        Schema schema = Models.schema("test.large", definitions);
        List<GeneratedFile> files = new JavaBackend().generate(schema);
        GeneratedFile holder = files.stream()
                .filter(file -> file.path().endsWith("LargeSchema.java"))
                .findFirst()
                .orElseThrow();
        assertThat(holder.text()).hasSizeGreaterThan(150_000).containsPattern("\"\"\",\n +\"\"\"");
        Class<?> compiled = InMemoryCompiler.compile(files).loadClass("test.large.LargeSchema");
        Method descriptor = compiled.getDeclaredMethod("descriptor");
        descriptor.setAccessible(true);
        byte[] octets = ((Bytes) descriptor.invoke(null)).toByteArray();
        assertThat(SchemaDescriptor.codec().decode(octets))
                .isEqualTo(Closure.of(SchemaIndex.of(Describer.describe(schema)), Models.PACKAGE + ".Large"));
    }
}
