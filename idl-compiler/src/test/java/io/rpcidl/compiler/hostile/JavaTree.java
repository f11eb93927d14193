package io.rpcidl.compiler.hostile;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.rpcidl.compiler.generate.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What javac reads in generated files, comments aside: every node of the tree with its names, modifiers and values. */
final class JavaTree extends TreeScanner<Void, Void> {

    private final List<String> nodes = new ArrayList<>();

    private JavaTree() {}

    /** The nodes of all files, one file behind the other. */
    static List<String> of(List<GeneratedFile> files) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<Source> sources = files.stream().map(Source::new).toList();
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, problems, List.of(), null, sources);
        JavaTree tree = new JavaTree();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                tree.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            throw new AssertionError(problem.toString());
        }
        return tree.nodes;
    }

    /** The values of all string literals in such nodes, in their order. */
    static List<String> strings(List<String> nodes) {
        String kind = Tree.Kind.STRING_LITERAL + " ";
        return nodes.stream()
                .filter(node -> node.startsWith(kind))
                .map(node -> node.substring(kind.length()))
                .toList();
    }

    @Override
    public Void scan(Tree node, Void nothing) {
        if (node != null) {
            nodes.add(node.getKind() + " " + detail(node));
        }
        return super.scan(node, nothing);
    }

    private static Object detail(Tree node) {
        if (node instanceof ClassTree type) {
            return type.getSimpleName();
        }
        if (node instanceof MethodTree method) {
            return method.getName();
        }
        if (node instanceof VariableTree variable) {
            return variable.getName();
        }
        if (node instanceof IdentifierTree identifier) {
            return identifier.getName();
        }
        if (node instanceof MemberSelectTree select) {
            return select.getIdentifier();
        }
        if (node instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        if (node instanceof ModifiersTree modifiers) {
            return modifiers.getFlags();
        }
        return node instanceof PrimitiveTypeTree primitive ? primitive.getPrimitiveTypeKind() : "";
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
}
