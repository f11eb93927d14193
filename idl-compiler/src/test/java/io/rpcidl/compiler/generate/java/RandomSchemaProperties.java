package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Schema;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every schema: it compiles without a warning, and values come back as they were. */
class RandomSchemaProperties {

    private static final int SCHEMAS = 100;
    private static final int VALUES = 5;

    /** A hundred schemas go to one javac task, because starting it costs more than compiling. */
    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void compilesAndRoundTrips(@ForAll long seed) throws ReflectiveOperationException {
        List<GeneratedFile> files = new ArrayList<>();
        for (int i = 0; i < SCHEMAS; i++) {
            Schema schema = RandomSchemas.of(seed + i, "test.random.p" + i);
            Diagnostics diagnostics = new Diagnostics();
            new JavaBackend().check(schema, diagnostics);
            assertThat(diagnostics.sorted()).as("seed %d", seed + i).isEmpty();
            files.addAll(new JavaBackend().generate(schema));
        }
        files.forEach(RandomSchemaProperties::assertBroken);
        ClassLoader loader = InMemoryCompiler.compile(files);
        RandomValues values = new RandomValues(seed);
        int checked = 0;
        for (GeneratedFile file : files) {
            String name = file.path().replace(".java", "").replace('/', '.');
            Class<?> type = Class.forName(name, true, loader);
            checked += name.endsWith("Methods") ? parameters(type, values) : struct(type, values);
        }
        assertThat(checked).isGreaterThan(3 * SCHEMAS * VALUES);
    }

    /** Names may be so long that a line has no place to break any more; each other line keeps to the width. */
    static void assertBroken(GeneratedFile file) {
        for (String line : file.text().lines().toList()) {
            assertThat(line).as(file.path()).doesNotEndWith(" ");
            List<String> pieces = new ArrayList<>();
            LongLines.add(line, pieces);
            assertThat(pieces).as(file.path()).containsExactly(line);
        }
    }

    private static int struct(Class<?> type, RandomValues values) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("codec") && method.getReturnType() == StructCodec.class) {
                roundTrip((StructCodec<?>) method.invoke(null), type, values);
                return VALUES;
            }
        }
        return 0;
    }

    private static int parameters(Class<?> methods, RandomValues values) throws ReflectiveOperationException {
        int checked = 0;
        for (Field field : methods.getDeclaredFields()) {
            if (field.getType() == MethodDescriptor.class) {
                field.setAccessible(true);
                MethodDescriptor<?, ?> method = (MethodDescriptor<?, ?>) field.get(null);
                Type type = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
                roundTrip(method.parameters(), type, values);
                checked += VALUES;
            }
        }
        return checked;
    }

    private static <T> void roundTrip(StructCodec<T> codec, Type type, RandomValues values) {
        for (int i = 0; i < VALUES; i++) {
            @SuppressWarnings("unchecked") // the codec was found by the type
            T value = (T) values.of(type);
            byte[] octets = codec.encode(value);
            T read = codec.decode(octets);
            if (value instanceof Exception) {
                assertThat(read).hasToString(value.toString());
            } else {
                assertThat(read).as(codec.name()).isEqualTo(value).hasSameHashCodeAs(value);
            }
            assertThat(codec.encode(read)).isEqualTo(octets);
        }
    }
}
