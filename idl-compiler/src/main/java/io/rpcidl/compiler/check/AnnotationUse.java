package io.rpcidl.compiler.check;

import io.rpcidl.compiler.ast.Annotated;
import io.rpcidl.compiler.ast.AnnotationDecl;
import io.rpcidl.compiler.ast.Body;
import io.rpcidl.compiler.ast.Declaration;
import io.rpcidl.compiler.ast.FileDecl;
import io.rpcidl.compiler.ast.Member;
import io.rpcidl.compiler.ast.MethodDecl;
import io.rpcidl.compiler.resolve.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An annotation where it stands.
 *
 * @param target what it describes
 * @param known what the language knows of it, or null
 * @param earlier the same annotation on the same target before it, or null; always null for one that may repeat
 */
record AnnotationUse(
        Annotated target,
        AnnotationDecl annotation,
        @Nullable KnownAnnotation known,
        @Nullable AnnotationDecl earlier) {

    /** All annotations of a program. */
    static List<AnnotationUse> all(Program program) {
        List<AnnotationUse> uses = new ArrayList<>();
        for (FileDecl file : program.readable()) {
            if (file.packageDecl() != null) {
                add(file.packageDecl(), uses);
            }
            for (Declaration declaration : file.declarations()) {
                add(declaration, uses);
                if (declaration instanceof Body body) {
                    body.members().forEach(member -> addMember(member, uses));
                }
            }
        }
        return uses;
    }

    /** Those of one name that are in their place and stand there for the first time: only their arguments can be wrong. */
    static List<AnnotationDecl> inPlace(String name, Program program) {
        return all(program).stream()
                .filter(use -> use.known != null && use.known.word().equals(name) && use.isInPlace(program))
                .map(AnnotationUse::annotation)
                .toList();
    }

    /** Whether nothing is wrong with it but, perhaps, its arguments. */
    boolean isInPlace(Program program) {
        return known != null && earlier == null && known.fits().test(target, program);
    }

    private static void addMember(Member member, List<AnnotationUse> uses) {
        add(member, uses);
        if (member instanceof MethodDecl method) {
            method.parameters().forEach(parameter -> add(parameter, uses));
        }
    }

    private static void add(Annotated target, List<AnnotationUse> uses) {
        if (target.annotations().isEmpty()) {
            return;
        }
        Map<String, AnnotationDecl> first = new HashMap<>();
        for (AnnotationDecl annotation : target.annotations()) {
            String name = annotation.name().text();
            KnownAnnotation known = KnownAnnotation.named(name);
            boolean repeats = known != null && known.repeats();
            AnnotationDecl earlier = repeats ? null : first.putIfAbsent(name, annotation);
            uses.add(new AnnotationUse(target, annotation, known, earlier));
        }
    }
}
