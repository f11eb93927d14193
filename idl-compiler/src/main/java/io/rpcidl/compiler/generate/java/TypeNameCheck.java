package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.diagnostic.Code;
import io.rpcidl.compiler.diagnostic.Diagnostic;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.NamedType;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.compiler.model.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses definitions that become one Java class, or classes whose files are one on a disk that ignores case, and classes
 * that have the name of a package.
 */
final class TypeNameCheck {

    private final Schema schema;
    private final Diagnostics diagnostics;
    private final Map<String, Definition> classes = new HashMap<>();
    private final Set<String> packages = new HashSet<>();

    TypeNameCheck(Schema schema, Diagnostics diagnostics) {
        this.schema = schema;
        this.diagnostics = diagnostics;
    }

    void run() {
        for (SchemaFile file : schema.files()) {
            String name = JavaNames.packageName(file.javaPackage());
            for (int end = name.indexOf('.'); end >= 0; end = name.indexOf('.', end + 1)) {
                packages.add(name.substring(0, end).toLowerCase(Locale.ROOT));
            }
            packages.add(name.toLowerCase(Locale.ROOT));
        }
        for (SchemaFile file : schema.files()) {
            boolean constants = false;
            for (Definition definition : file.definitions()) {
                if (!(definition instanceof Constant)) {
                    classNames(definition).forEach(name -> claim(file, name, definition));
                } else if (!constants) {
                    constants = true;
                    claim(file, JavaNames.constantsType(file.path()), definition);
                }
            }
        }
    }

    private static List<String> classNames(Definition definition) {
        String name = JavaNames.type(definition.name().simpleName());
        if (definition instanceof Service) {
            return List.of(name, name + "Client", name + "Methods", name + "Schema");
        }
        return definition instanceof NamedType || definition instanceof Enumeration
                ? List.of(name)
                : List.of(name, name + "Codec");
    }

    private void claim(SchemaFile file, String name, Definition definition) {
        String qualified = JavaNames.packageName(file.javaPackage()) + "." + name;
        String key = qualified.toLowerCase(Locale.ROOT);
        Definition first = classes.putIfAbsent(key, definition);
        if (first != null && !first.equals(definition)) {
            diagnostics.add(Diagnostic.of(
                            Code.JAVA_NAME,
                            definition.span(),
                            "`" + definition.name().simpleName() + "` needs the java class `" + name + "`, which `"
                                    + first.name().simpleName() + "` has")
                    .label(first.span(), "takes the name first")
                    .help("rename one of the two; case does not tell files apart everywhere"));
        } else if (first == null && packages.contains(key)) {
            diagnostics.add(Diagnostic.of(
                            Code.JAVA_NAME,
                            definition.span(),
                            "the java class `" + qualified + "` has the name of a java package")
                    .help("rename the definition, or the package"));
        }
    }
}
