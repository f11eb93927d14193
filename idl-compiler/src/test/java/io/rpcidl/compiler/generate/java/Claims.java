package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.generate.java.Version.Form;
import io.rpcidl.compiler.generate.java.Version.Root;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Method;
import io.rpcidl.compiler.model.QualifiedName;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.compiler.model.Type;
import io.rpcidl.schema.compat.ChangeKind;
import io.rpcidl.schema.compat.Finding;
import io.rpcidl.schema.compat.Level;
import io.rpcidl.wire.MalformedDataException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds what findings claim against what compiled code of two versions does. */
final class Claims {

    private static final Set<ChangeKind> LIMITS =
            EnumSet.of(ChangeKind.MAX_ADDED, ChangeKind.MAX_LOWERED, ChangeKind.MAX_RAISED, ChangeKind.MAX_REMOVED);

    private final Version older;
    private final Version newer;
    private final List<Finding> findings;
    private final Map<String, String> renamed = new HashMap<>();
    private final int values;
    private final Random random;

    Claims(Version older, Version newer, List<Finding> findings, int values, long seed) {
        this.older = older;
        this.newer = newer;
        this.findings = findings;
        this.values = values;
        this.random = new Random(seed);
        for (Finding finding : findings) {
            if (finding.kind() == ChangeKind.DEFINITION_RENAMED && finding.older() != null) {
                renamed.put(finding.older(), finding.element().definition());
            }
        }
    }

    /** What was seen that no finding claims, and what is claimed and was not seen. Empty when all is well. */
    List<String> violations() throws ReflectiveOperationException {
        Set<String> oldBreaks = new TreeSet<>();
        Set<String> newBreaks = new TreeSet<>();
        calls(oldBreaks, newBreaks);
        read(newer, older, oldBreaks, "old programs");
        read(older, newer, newBreaks, "new programs");
        List<String> violations = new ArrayList<>();
        compare(oldBreaks, claims(true), "old programs", violations);
        compare(newBreaks, claims(false), "new programs", violations);
        return violations;
    }

    private List<Finding> claims(boolean old) {
        return findings.stream()
                .filter(finding -> finding.level() == Level.WIRE)
                .filter(finding -> old
                        ? finding.kind().affected().old()
                        : finding.kind().affected().young())
                .toList();
    }

    private static void compare(Set<String> seen, List<Finding> claims, String who, List<String> violations) {
        if (claims.isEmpty()) {
            seen.forEach(each -> violations.add(who + " break, but no finding says so: " + each));
        } else if (seen.isEmpty()) {
            violations.add(who + " should break and do not: " + claims);
        }
    }

    private void read(Version writer, Version reader, Set<String> breaks, String who)
            throws ReflectiveOperationException {
        TreeLimits limits = new TreeLimits(reader.schema());
        TreeComparison comparison = new TreeComparison(writer.schema(), reader.schema());
        for (Map.Entry<String, Root> entry : writer.roots().entrySet()) {
            Root from = entry.getValue();
            Root to = reader.roots().get(translate(entry.getKey(), writer == older));
            if (to == null || from.codec() == null || to.codec() == null) {
                continue;
            }
            for (int i = 0; i < values; i++) {
                Object tree = writer.make(from.form(), random);
                boolean admitted = admits(limits, to.form(), tree);
                String problem = problem(writer, from, tree, reader, to, comparison);
                if (admitted && problem != null) {
                    breaks.add(entry.getKey() + ": " + problem);
                } else if (!admitted && problem == null) {
                    throw new AssertionError(who + " take what is too long: " + entry.getKey() + " " + tree);
                } else if (!admitted
                        && findings.stream()
                                .noneMatch(each -> LIMITS.contains(each.kind()) || each.level() == Level.WIRE)) {
                    throw new AssertionError(
                            who + " refuse what is too long, but no finding says so: " + entry.getKey());
                }
            }
        }
    }

    private String translate(String label, boolean fromOlder) {
        for (Map.Entry<String, String> rename : renamed.entrySet()) {
            String from = fromOlder ? rename.getKey() : rename.getValue();
            if (label.equals(from)) {
                return fromOlder ? rename.getValue() : rename.getKey();
            }
        }
        return label;
    }

    private static boolean admits(TreeLimits limits, Form form, @Nullable Object tree) {
        if (tree == null) {
            return true;
        }
        if (form instanceof Form.Of of) {
            return limits.admits(of.definition(), tree);
        }
        if (form instanceof Form.Parameters of && tree instanceof Map<?, ?> fields) {
            return limits.admits(of.method().parameters(), fields);
        }
        return !(form instanceof Form.Result result) || limits.admits(result.type(), null, tree);
    }

    private static @Nullable String problem(
            Version writer, Root from, @Nullable Object tree, Version reader, Root to, TreeComparison comparison)
            throws ReflectiveOperationException {
        byte[] octets = writer.write(from, tree);
        Object read;
        try {
            read = reader.read(to, octets);
        } catch (MalformedDataException refused) {
            return refused.getMessage();
        }
        return same(comparison, from.form(), tree, to.form(), read) ? null : tree + " was read as " + read;
    }

    @SuppressWarnings("unchecked") // trees of parameters are such maps
    private static boolean same(
            TreeComparison comparison, Form from, @Nullable Object written, Form to, @Nullable Object read) {
        if (from instanceof Form.Of before && to instanceof Form.Of after) {
            return comparison.same(
                    new Type.Reference(before.definition().name()),
                    written,
                    new Type.Reference(after.definition().name()),
                    read);
        }
        if (from instanceof Form.Parameters before && to instanceof Form.Parameters after) {
            return comparison.sameFields(
                    before.method().parameters(),
                    (Map<Integer, Object>) written,
                    after.method().parameters(),
                    (Map<Integer, Object>) read);
        }
        if (from instanceof Form.Result before && to instanceof Form.Result after) {
            return comparison.same(before.type(), written, after.type(), read);
        }
        return true;
    }

    /** What calls reach: services by name, methods and errors by number, and with the streams that both sides expect. */
    private void calls(Set<String> oldBreaks, Set<String> newBreaks) {
        for (Definition definition : older.schema().definitions().values()) {
            if (definition instanceof Service before) {
                Definition after = newer.schema().definitions().get(before.name());
                if (after instanceof Service service) {
                    calls(before, service, oldBreaks, newBreaks);
                } else {
                    oldBreaks.add(before.name() + " is gone");
                }
            }
        }
    }

    private void calls(Service before, Service after, Set<String> oldBreaks, Set<String> newBreaks) {
        for (Method old : before.methods()) {
            Method successor = find(after, old.number());
            boolean moved = after.methods().stream()
                    .anyMatch(each -> each.name().equals(old.name()) && each.number() != old.number());
            if (successor == null) {
                oldBreaks.add("nothing has the number of " + old.name());
            }
            if (moved || successor != null && !sameCall(old, successor)) {
                oldBreaks.add(old.name() + " is another call");
                newBreaks.add(old.name() + " is another call");
            }
        }
        for (Method young : after.methods()) {
            Method predecessor = find(before, young.number());
            boolean moved = before.methods().stream()
                    .anyMatch(each -> each.name().equals(young.name()) && each.number() != young.number());
            if (moved && predecessor != null) {
                oldBreaks.add(young.name() + " took a number over");
                newBreaks.add(young.name() + " took a number over");
            }
        }
    }

    private boolean sameCall(Method old, Method young) {
        boolean streams = (old.streamParameter() == null) == (young.streamParameter() == null)
                && old.result().stream() == young.result().stream();
        for (Method.Raised before : old.errors()) {
            for (Method.Raised after : young.errors()) {
                boolean sameError =
                        translated(before.error()).equals(after.error().toString());
                if (sameError != (before.number() == after.number())) {
                    return false;
                }
            }
        }
        return streams;
    }

    private String translated(QualifiedName name) {
        return renamed.getOrDefault(name.toString(), name.toString());
    }

    private static @Nullable Method find(Service service, int number) {
        return service.methods().stream()
                .filter(method -> method.number() == number)
                .findFirst()
                .orElse(null);
    }
}
