package io.rpcidl.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.SchemaFile;
import io.rpcidl.schema.SchemaDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes the value of each component of each record of the model, one at a time: all but places are in the descriptor. */
class CompleteDescriptionTest {

    /** Where something was written; the package of a name, which is that of its file; the enum, which is that of the type. */
    private static final Set<String> LEFT_OUT = Set.of("span", "packageName", "Enumerated.enumeration");

    private final Set<String> seen = new TreeSet<>();
    private final Set<String> unnoticed = new TreeSet<>();

    @Test
    void leavesNothingOut() throws ReflectiveOperationException {
        Schema schema = Objects.requireNonNull(new RpcidlCompiler(List.of())
                .compile(CompileRequest.check(Path.of("src/test/corpus/valid")))
                .schema());
        for (SchemaFile file : schema.files()) {
            for (Definition definition : file.definitions()) {
                SchemaDescriptor before = describe(file, definition);
                for (Changed changed : changes(definition)) {
                    seen.add(changed.component());
                    if (describe(file, (Definition) changed.value()).equals(before)) {
                        unnoticed.add(changed.component());
                    }
                }
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(seen)
                .contains("Range.last", "Raised.number", "After.duration", "EnumValue.deprecation", "Of.scalar")
                .hasSizeGreaterThanOrEqualTo(60);
    }

    private static SchemaDescriptor describe(SchemaFile file, Definition definition) {
        return Describer.describe(Schema.of(List.of(new SchemaFile(
                file.path(), file.packageName(), file.javaPackage(), "", List.of(definition), file.requested()))));
    }

    private record Changed(String component, Object value) {}

    /** All copies of a value that differ from it in one place. */
    private List<Changed> changes(Object value) throws ReflectiveOperationException {
        List<Changed> all = new ArrayList<>();
        if (value instanceof Record record) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                String name = record.getClass().getSimpleName() + "." + components[i].getName();
                if (LEFT_OUT.contains(components[i].getName()) || LEFT_OUT.contains(name)) {
                    continue;
                }
                components[i].getAccessor().setAccessible(true);
                Object part = components[i].getAccessor().invoke(record);
                for (Changed changed : part == null ? absent(name, components[i].getType()) : changes(part)) {
                    String component = changed.component().isEmpty() ? name : changed.component();
                    all.add(new Changed(component, with(record, components, i, changed.value())));
                }
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                for (Changed changed : changes(list.get(i))) {
                    List<Object> copy = new ArrayList<>(list);
                    copy.set(i, changed.value());
                    all.add(new Changed(changed.component(), copy));
                }
            }
        } else {
            all.add(new Changed("", other(value)));
        }
        return all;
    }

    private static List<Changed> absent(String name, Class<?> type) {
        Object value = type == String.class ? "new" : type == Long.class ? 7L : null;
        return value == null ? List.of() : List.of(new Changed(name, value));
    }

    private static Object with(Record record, RecordComponent[] components, int changed, Object value)
            throws ReflectiveOperationException {
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            components[i].getAccessor().setAccessible(true);
            arguments[i] = i == changed ? value : components[i].getAccessor().invoke(record);
        }
        Constructor<?> constructor = record.getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private static Object other(Object value) {
        if (value instanceof Enum<?> constant) {
            Object[] constants = constant.getDeclaringClass().getEnumConstants();
            return constants[(constant.ordinal() + 1) % constants.length];
        }
        if (value instanceof Double number) {
            return number == 1.5 ? 2.5 : 1.5;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof BigInteger number) {
            return number.add(BigInteger.ONE);
        }
        if (value instanceof BigDecimal number) {
            return number.add(BigDecimal.ONE);
        }
        if (value instanceof Duration duration) {
            return duration.plusNanos(1);
        }
        if (value instanceof Instant instant) {
            return instant.plusNanos(1);
        }
        if (value instanceof UUID uuid) {
            return new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits() + 1);
        }
        if (value instanceof String text) {
            return text + "x";
        }
        throw new AssertionError("no other value of " + value.getClass());
    }
}
