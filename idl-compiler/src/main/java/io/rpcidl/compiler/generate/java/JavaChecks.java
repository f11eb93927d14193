package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import java.util.Set;

/** Everything that would make javac refuse generated code, found before any is generated. */
final class JavaChecks {

    private final Schema schema;
    private final Diagnostics diagnostics;

    JavaChecks(Schema schema, Diagnostics diagnostics) {
        this.schema = schema;
        this.diagnostics = diagnostics;
    }

    void run() {
        new TypeNameCheck(schema, diagnostics).run();
        MemberNameCheck members = new MemberNameCheck(schema, diagnostics);
        Set<String> shouted = new JavaTypes(schema).shouted();
        SizeCheck sizes = new SizeCheck(diagnostics);
        for (SchemaFile file : schema.files()) {
            checkPackage(file);
            members.check(file, shouted);
            sizes.check(file);
        }
    }

    private void checkPackage(SchemaFile file) {
        String name = file.javaPackage();
        boolean taken = name.equals("java")
                || name.startsWith("java.")
                || name.equals("io.rpcidl")
                || name.equals("io.rpcidl.value")
                || name.equals("io.rpcidl.codec");
        if (taken && !file.definitions().isEmpty()) {
            diagnostics.add(Diagnostic.of(
                            Code.JAVA_PACKAGE_TAKEN,
                            file.definitions().get(0).span(),
                            "the java package `" + name + "` belongs to the platform or to the rpcidl runtime")
                    .help("choose another one with `@java.package(\"...\")` after the package"));
        }
    }
}
