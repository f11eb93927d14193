package io.rpcidl.compiler.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.Compatibility;
import io.rpcidl.schema.compat.Finding;
import io.rpcidl.schema.compat.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A lock file alone is enough for all rules but those of documentation. */
class LockDescriptorTest {

    private static final Path FOLDER = Path.of("src/test/compat/kinds");

    @TestFactory
    Stream<DynamicTest> findsWhatTheSourcesFind() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        SchemaDescriptor older = describe(folder.resolve("old"));
                        SchemaDescriptor newer = describe(folder.resolve("new"));
                        assertThat(Compatibility.compare(locked(older), newer).stream()
                                        .filter(LockDescriptorTest::counts)
                                        .map(Finding::toString))
                                .isEqualTo(Compatibility.compare(older, newer).stream()
                                        .filter(LockDescriptorTest::counts)
                                        .map(Finding::toString)
                                        .toList());
                    }));
        }
    }

    private static boolean counts(Finding finding) {
        return finding.level() != Level.DOC;
    }

    /** What is left of a descriptor after it was written into lock files and read from them. */
    static SchemaDescriptor locked(SchemaDescriptor descriptor) {
        List<FileSchema> files = new ArrayList<>();
        for (FileSchema file : descriptor.files()) {
            String text = new Lock(file.path(), file.packageName(), file.javaPackage(), Lines.of(file), null).text();
            String path = file.path() + Lock.EXTENSION;
            Diagnostics diagnostics = new Diagnostics();
            Lock read = LockParser.parse(new SourceFile(path, path, text), diagnostics);
            assertThat(diagnostics.sorted()).as(text).isEmpty();
            assertThat(read).isNotNull();
            assertThat(read.text()).isEqualTo(text);
            files.add(Descriptors.of(read));
        }
        return new SchemaDescriptor(files);
    }

    private static SchemaDescriptor describe(Path root) {
        Schema schema = new RpcidlCompiler(List.of())
                .compile(CompileRequest.check(root))
                .schema();
        assertThat(schema).isNotNull();
        return Describer.describe(schema);
    }
}
