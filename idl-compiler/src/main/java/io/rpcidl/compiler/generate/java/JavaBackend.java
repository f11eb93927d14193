package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.Backend;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Generates Java 17 that needs the rpcidl runtime and JSpecify's annotations, nothing else.
 *
 * <p>Every definition becomes a file of its own in the Java package that its source names; the constants of a source share
 * one class.
 */
public final class JavaBackend implements Backend {

    /** A backend; it keeps nothing between schemas. */
    public JavaBackend() {
        // nothing to set up
    }

    @Override
    public void check(Schema schema, Diagnostics diagnostics) {
        new JavaChecks(schema, diagnostics).run();
    }

    @Override
    public List<GeneratedFile> generate(Schema schema) {
        JavaTypes types = new JavaTypes(schema);
        DefinitionGenerator generator =
                new DefinitionGenerator(types, new RecursiveGroups(schema), new ServiceSchemas(schema));
        // each file on whatever core is free: generators share nothing that changes, and the order is that of the paths
        return schema.files().parallelStream()
                .filter(SchemaFile::requested)
                .flatMap(file -> generate(file, types, generator).stream())
                .sorted(Comparator.comparing(GeneratedFile::path))
                .toList();
    }

    private static List<GeneratedFile> generate(SchemaFile file, JavaTypes types, DefinitionGenerator generator) {
        List<GeneratedFile> files = new ArrayList<>();
        String javaPackage = JavaNames.packageName(file.javaPackage());
        List<Constant> constants = new ArrayList<>();
        for (Definition definition : file.definitions()) {
            if (definition instanceof Constant constant) {
                constants.add(constant);
            } else {
                for (TypeSpec type : generator.generate(definition)) {
                    files.add(JavaFiles.of(ClassName.get(javaPackage, type.name()), type, file.path()));
                }
            }
        }
        if (!constants.isEmpty()) {
            String name = JavaNames.constantsType(file.path());
            TypeSpec type = new ConstantsGenerator(types, new Deprecations(types)).generate(name, constants);
            files.add(JavaFiles.of(ClassName.get(javaPackage, name), type, file.path()));
        }
        return files;
    }
}
