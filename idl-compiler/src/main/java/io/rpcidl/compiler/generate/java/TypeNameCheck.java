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
import org.jspecify.annotations.Nullable;

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
                    claim(file, classNames(definition), definition);
                } else if (!constants) {
                    constants = true;
                    claim(file, List.of(JavaNames.constantsType(file.path())), definition);
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

    /** One message is enough for a definition, however many of its classes are taken. */
    private void claim(SchemaFile file, List<String> names, Definition definition) {
        Diagnostic problem = null;
        for (String name : names) {
            Diagnostic found = claim(file, name, definition);
            problem = problem == null ? found : problem;
        }
        if (problem != null) {
            diagnostics.add(problem);
        }
    }

    /** What stands against a class of the name, or null. */
    private @Nullable Diagnostic claim(SchemaFile file, String name, Definition definition) {
        String qualified = JavaNames.packageName(file.javaPackage()) + "." + name;
        String key = qualified.toLowerCase(Locale.ROOT);
        Definition first = classes.putIfAbsent(key, definition);
        if (first != null && !first.equals(definition)) {
            return Diagnostic.of(
                            Code.JAVA_NAME,
                            definition.span(),
                            "`" + definition.name().simpleName() + "` needs the java class `" + name + "`, which `"
                                    + first.name().simpleName() + "` has")
                    .label(first.span(), "takes the name first")
                    .help("rename one of the two; case does not tell files apart everywhere");
        }
        if (first == null && packages.contains(key)) {
            return Diagnostic.of(
                            Code.JAVA_NAME,
                            definition.span(),
                            "the java class `" + qualified + "` has the name of a java package")
                    .help("rename the definition, or the package");
        }
        return null;
    }
}
