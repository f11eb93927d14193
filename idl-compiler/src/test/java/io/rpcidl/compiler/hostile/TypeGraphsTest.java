package io.rpcidl.compiler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.StructCodec;
import io.rpcidl.compiler.Sources;
import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.generate.java.InMemoryCompiler;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeGraphsTest {

    private static final int LONG = 5_000;

    @TempDir
    Path root;

    @Test
    @DisplayName("K16: types that contain themselves in a way that ends are compiled and read")
    void legalRecursionWorks() throws ReflectiveOperationException {
        new Sources(root).with("a", """
                        struct Direct { 1: Direct? next; }
                        struct Listed { 1: list<Listed> all; }
                        struct Mapped { 1: map<string, Mapped> all; }
                        struct Deep { 1: list<map<u8, list<Deep>>> all; }
                        struct One { 1: Two? two; }
                        struct Two { 1: Three? three; }
                        struct Three { 1: One? one; 2: Either? either; }
                        union Either { 1: Either more; 2: list<Three> threes; 3: end; }
                        struct Root { 1: Either? either; }
                        error Failed { 1: One? one; 2: list<Listed> all; }
                        service Calls { 1: Root? get(1: One? one, 2: Either? either) throws 1: Failed; }
                        """);
        List<GeneratedFile> files = Generation.files(root);
        ClassLoader loader = InMemoryCompiler.compile(files);
        int codecs = 0;
        for (GeneratedFile file : files) {
            Class<?> type = loader.loadClass(file.path().replace(".java", "").replace('/', '.'));
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals("builder") && type.isRecord()) {
                    codecs += roundTrip(type, method.invoke(null));
                }
            }
        }
        assertThat(codecs).isEqualTo(8);
    }

    /** Values of what has optional fields and nothing else. */
    private static int roundTrip(Class<?> type, Object builder) throws ReflectiveOperationException {
        Method build = builder.getClass().getMethod("build");
        for (Method setter : builder.getClass().getDeclaredMethods()) {
            if (setter.getParameterCount() == 1 && !setter.isSynthetic()) {
                Class<?> parameter = setter.getParameterTypes()[0];
                Object value = parameter == List.class ? List.of() : parameter == Map.class ? Map.of() : null;
                setter.invoke(builder, value);
            }
        }
        Object value = build.invoke(builder);
        @SuppressWarnings("unchecked") // the codec of the type of the value
        StructCodec<Object> codec =
                (StructCodec<Object>) type.getMethod("codec").invoke(null);
        assertThat(codec.decode(codec.encode(value))).isEqualTo(value);
        return 1;
    }

    @ParameterizedTest
    @DisplayName("K16: types of which every value would be infinite are refused, each cycle once")
    @ValueSource(
            strings = {
                "struct A { 1: A a; }",
                "struct A { 1: B b; } struct B { 1: A a; }",
                "union A { 1: A a; }",
                "union A { 1: B b; 2: A a; } struct B { 1: A a; }",
                "struct A { 1: u8 x; 2: list<A> fine; 3: A? too; 4: B b; } struct B { 1: C c; } struct C { 1: A a; }",
                "struct A { 1: B b; } union B { 1: A a; 2: B b; }"
            })
    void refusesInfiniteTypes(String text) {
        new Sources(root).with("a", text);

        assertThat(codes()).containsExactly(Code.INFINITE_TYPE);
    }

    @Test
    @DisplayName("K16: also when the cycle is long, and a chain as long is fine")
    void followsLongChains() {
        String structs = IntStream.range(0, LONG)
                .mapToObj(i -> "struct S" + i + " { 1: S" + (i + 1) + " s; }")
                .collect(Collectors.joining("\n"));
        new Sources(root).with("a", structs + " struct S" + LONG + " {}");
        assertThat(codes()).isEmpty();
        assertThat(Generation.files(root)).hasSize(2 * LONG + 2);

        new Sources(root).with("a", structs + " struct S" + LONG + " { 1: S0 s; }");
        assertThat(codes()).containsExactly(Code.INFINITE_TYPE);
    }

    @ParameterizedTest
    @DisplayName("K16: constants and defaults that need their own value are refused, each cycle once")
    @ValueSource(
            strings = {
                "const u8 A = A;",
                "const u8 A = B; const u8 B = A;",
                "const u8 A = B; const u8 B = C; const u8 C = B;",
                "const u8 A = B; const u8 B = A; struct S { 1: u8 x = A; 2: u8 y = B; }",
                "struct S { 1: string x = A @max(B); } const string A = A; const u32 B = 1;"
            })
    void refusesCyclesOfConstants(String text) {
        new Sources(root).with("a", text);

        assertThat(codes()).containsExactly(Code.CONSTANT_CYCLE);
    }

    @Test
    @DisplayName("K16: also when the cycle is long")
    void refusesLongCyclesOfConstants() {
        String constants = IntStream.range(0, LONG)
                .mapToObj(i -> "const u8 C" + i + " = C" + (i + 1) % LONG + ";")
                .collect(Collectors.joining("\n"));
        new Sources(root).with("a", constants);

        assertThat(codes()).containsExactly(Code.CONSTANT_CYCLE);
    }

    private List<Code> codes() {
        return new Sources(root)
                .compile().diagnostics().stream().map(Diagnostic::code).toList();
    }
}
