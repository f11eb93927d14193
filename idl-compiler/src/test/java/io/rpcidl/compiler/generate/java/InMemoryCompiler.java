package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.generate.GeneratedFile;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated files without touching the disk, all warnings on and none allowed, and loads the classes. */
public final class InMemoryCompiler {

    private InMemoryCompiler() {}

    /** The classes of the files; throws an {@link AssertionError} with what javac says when it is not content. */
    public static ClassLoader compile(List<GeneratedFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
        Classes classes = new Classes(standard);
        StringWriter messages = new StringWriter();
        List<Source> sources = files.stream().map(Source::new).toList();
        List<String> options =
                List.of("-Xlint:all,-processing", "-Werror", "--release", "17", "-proc:none", "-Xmaxerrs", "5");
        if (!compiler.getTask(messages, classes, null, options, null, sources).call()) {
            throw new AssertionError(messages + "\n" + quoted(messages.toString(), files));
        }
        return new ClassLoader(InMemoryCompiler.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream octets = classes.byName.get(name);
                if (octets == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, octets.toByteArray(), 0, octets.size());
            }
        };
    }

    private static String quoted(String messages, List<GeneratedFile> files) {
        return files.stream()
                .filter(file -> messages.contains(file.path()))
                .map(GeneratedFile::text)
                .limit(2)
                .reduce("", String::concat);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(GeneratedFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> byName = new HashMap<>();

        Classes(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            byName.put(name, octets);
            return new SimpleJavaFileObject(URI.create("bytes:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return octets;
                }
            };
        }
    }
}
