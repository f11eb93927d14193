package io.rpcidl.compiler.lock;

import io.rpcidl.compiler.lock.LockKey.Part;
import io.rpcidl.compiler.lock.LockKey.Role;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.EnumSchema;
import io.rpcidl.schema.ErrorSchema;
import io.rpcidl.schema.FileSchema;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.NumberRange;
import io.rpcidl.schema.ReservedSchema;
import io.rpcidl.schema.ServiceSchema;
import io.rpcidl.schema.StructSchema;
import io.rpcidl.schema.UnionSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Locks as descriptors: what the lines that are not removed mean. */
final class Descriptors {

    private final List<LockLine> lines;

    private Descriptors(List<LockLine> lines) {
        this.lines = lines;
    }

    static FileSchema of(Lock lock) {
        Map<String, List<LockLine>> byDefinition = new TreeMap<>();
        for (LockLine line : lock.lines().values()) {
            byDefinition
                    .computeIfAbsent(line.key().definition(), name -> new ArrayList<>())
                    .add(line);
        }
        List<DefinitionSchema> definitions = new ArrayList<>();
        byDefinition.forEach((name, lines) -> {
            LockLine head = lines.get(0);
            if (!head.removed()) {
                definitions.add(new Descriptors(lines).definition(name, head));
            }
        });
        return FileSchema.builder()
                .path(lock.path())
                .packageName(lock.packageName())
                .javaPackage(lock.javaPackage())
                .definitions(definitions)
                .build();
    }

    private DefinitionSchema definition(String name, LockLine head) {
        return switch (head.word()) {
            case "const" -> new DefinitionSchema.OfConstant(Contents.constant(head));
            case "type" -> new DefinitionSchema.OfNamedType(Contents.namedType(head));
            case "enum" ->
                new DefinitionSchema.OfEnumeration(EnumSchema.builder()
                        .name(name)
                        .closed(head.content().equals("closed"))
                        .values(placed(Part.WHOLE, -1, Contents::value))
                        .reserved(reserved())
                        .build());
            case "struct" ->
                new DefinitionSchema.OfStruct(StructSchema.builder()
                        .name(name)
                        .fields(placed(Part.WHOLE, -1, Contents::field))
                        .reserved(reserved())
                        .open(head.content().equals("open"))
                        .build());
            case "union" ->
                new DefinitionSchema.OfUnion(UnionSchema.builder()
                        .name(name)
                        .variants(placed(Part.WHOLE, -1, Contents::variant))
                        .reserved(reserved())
                        .build());
            case "error" ->
                new DefinitionSchema.OfError(ErrorSchema.builder()
                        .name(name)
                        .rejectsField(head.content().equals("rejects"))
                        .fields(placed(Part.WHOLE, -1, Contents::field))
                        .reserved(reserved())
                        .build());
            default -> new DefinitionSchema.OfService(service(name));
        };
    }

    private ServiceSchema service(String name) {
        List<MethodSchema> methods = new ArrayList<>();
        for (LockLine line : live(Part.WHOLE, -1)) {
            int number = line.key().number();
            MethodSchema.Builder method =
                    Contents.method(line).parameters(placed(Part.PARAMETER, number, Contents::field));
            live(Part.STREAM, number).forEach(stream -> method.upload(Contents.upload(stream)));
            method.raised(
                    live(Part.THROWS, number).stream().map(Contents::raised).toList());
            methods.add(method.build());
        }
        return ServiceSchema.builder()
                .name(name)
                .methods(methods)
                .reserved(reserved())
                .build();
    }

    /** The lines of members, or of one method's parts, that are not removed. */
    private List<LockLine> live(Part part, int method) {
        return lines.stream()
                .filter(line -> !line.removed() && line.key().role() == Role.MEMBER)
                .filter(line ->
                        line.key().part() == part && (method < 0 || line.key().number() == method))
                .toList();
    }

    private <T> List<T> placed(Part part, int method, Function<LockLine, Contents.Placed<T>> read) {
        TreeMap<Integer, T> members = new TreeMap<>();
        Map<Integer, Integer> order = new HashMap<>();
        for (LockLine line : live(part, method)) {
            Contents.Placed<T> placed = read.apply(line);
            int number = part == Part.WHOLE ? line.key().number() : line.key().partNumber();
            members.put(number, placed.member());
            Integer after = placed.after();
            if (after != null) {
                order.put(number, after);
            }
        }
        return Order.declared(members, order);
    }

    private @Nullable ReservedSchema reserved() {
        List<NumberRange> numbers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (LockLine line : lines) {
            if (line.key().role() == Role.RESERVED_NUMBERS) {
                numbers.add(new NumberRange(line.key().number(), line.key().partNumber()));
            } else if (line.key().role() == Role.RESERVED_NAME) {
                names.add(line.key().name());
            }
        }
        if (numbers.isEmpty() && names.isEmpty()) {
            return null;
        }
        return new ReservedSchema(apart(numbers), names);
    }

    /** Ascending and apart from each other, which those of two branches need not be. */
    private static List<NumberRange> apart(List<NumberRange> ranges) {
        List<NumberRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(NumberRange::first).thenComparingInt(NumberRange::last));
        List<NumberRange> apart = new ArrayList<>();
        for (NumberRange range : sorted) {
            NumberRange last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last != null && range.first() <= last.last()) {
                apart.set(apart.size() - 1, new NumberRange(last.first(), Math.max(last.last(), range.last())));
            } else {
                apart.add(range);
            }
        }
        return apart;
    }
}
