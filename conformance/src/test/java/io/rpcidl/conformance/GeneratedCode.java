package io.rpcidl.conformance;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.generate.java.JavaBackend;
import io.rpcidl.schema.ScalarType;
import io.rpcidl.schema.TypeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Java that the compiler generates for a schema, compiled, and its codecs. */
final class GeneratedCode {

    private final ClassLoader loader;
    private final Map<String, StructCodec<@Nullable Object>> codecs = new TreeMap<>();

    private GeneratedCode(ClassLoader loader) {
        this.loader = loader;
    }

    /** Generates, compiles and loads; everything is written below the folder. */
    static GeneratedCode of(String schema, Path folder) {
        Path sources = folder.resolve(schema + "-sources");
        Path classes = folder.resolve(schema + "-classes");
        new RpcidlCompiler(List.of(new JavaBackend()))
                .compile(new CompileRequest(List.of(Schemas.sources(schema)), List.of(), sources));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "--release", "17", "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
            int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (result != 0) {
                throw new IllegalStateException("the code for " + schema + " does not compile");
            }
            return new GeneratedCode(
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedCode.class.getClassLoader()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codec of a message. */
    StructCodec<@Nullable Object> codec(Case.Kind kind) {
        return codecs.computeIfAbsent(kind.form() + " " + kind.type(), key -> find(kind));
    }

    @SuppressWarnings("unchecked") // values go back only to the codec that they came from
    private StructCodec<@Nullable Object> find(Case.Kind kind) {
        try {
            return (StructCodec<@Nullable Object>)
                    switch (kind.form()) {
                        case "message" -> (StructCodec<?>) definition(kind.type());
                        case "value" -> Codecs.result(type(TypeName.parse(kind.type())));
                        case "parameters" -> method(kind.type()).parameters();
                        case "result" -> method(kind.type()).result();
                        default -> throw new IllegalStateException("no form is named " + kind.form());
                    };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no codec for " + kind, e);
        }
    }

    private Codec<?> definition(String name) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass(name);
        return (Codec<?>) Objects.requireNonNull(type.getMethod("codec").invoke(null));
    }

    private MethodDescriptor<?, ?> method(String name) throws ReflectiveOperationException {
        int dot = name.lastIndexOf('.');
        Field constant = loader.loadClass(name.substring(0, dot) + "Methods").getDeclaredField("SERVICE");
        constant.setAccessible(true);
        ServiceDescriptor service = (ServiceDescriptor) Objects.requireNonNull(constant.get(null));
        String simple = name.substring(dot + 1);
        return service.methods().stream()
                .filter(method -> method.name().equals(simple))
                .findFirst()
                .orElseThrow();
    }

    private Codec<?> type(TypeName type) throws ReflectiveOperationException {
        if (type instanceof TypeName.ListOf list) {
            return Codecs.list(type(list.element()));
        }
        if (type instanceof TypeName.SetOf set) {
            return Codecs.set(type(set.element()));
        }
        if (type instanceof TypeName.MapOf map) {
            return Codecs.map(type(map.key()), type(map.value()));
        }
        return type instanceof TypeName.Of scalar
                ? scalar(scalar.scalar())
                : definition(((TypeName.Reference) type).name());
    }

    private static Codec<?> scalar(ScalarType type) throws ReflectiveOperationException {
        return (Codec<?>)
                Objects.requireNonNull(Codecs.class.getField(type.name()).get(null), type.keyword());
    }
}
