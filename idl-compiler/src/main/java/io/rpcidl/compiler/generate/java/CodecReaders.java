package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.compiler.model.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The two ways in which the codec of numbered fields reads: a straight line, and any legal shape. */
final class CodecReaders {

    /** Of the statements of a method; one level deeper where the class is nested. */
    private static final int INDENT = 12;

    private static final Code IN = Code.of("in");

    private static final ParameterSpec IN_PARAMETER =
            ParameterSpec.builder(RuntimeTypes.DECODER, "in").build();

    private final ValueCode code;
    private final Composite composite;
    private final IdentityHashMap<Component, String> constants;
    private final IdentityHashMap<Component, String> locals = new IdentityHashMap<>();

    private final Parts parts;
    private final Gaps gaps;

    CodecReaders(ValueCode code, Composite composite, IdentityHashMap<Component, String> constants, Parts parts) {
        this.parts = parts;
        this.code = code;
        this.composite = composite;
        this.constants = constants;
        this.gaps = Gaps.of(composite);
        Set<String> taken = new HashSet<>(Set.of("in", "at", "presence"));
        if (composite.open()) {
            taken.add(Gaps.UNKNOWN);
        }
        for (Component component : composite.components()) {
            locals.put(component, JavaNames.unique(component.name(), "Field", taken));
        }
    }

    /** Reads exactly the fields of the constant shape, or of one of a few. */
    void addReadValues(TypeSpec.Builder type) {
        List<ParameterSpec> parameters = new ArrayList<>(List.of(IN_PARAMETER));
        if (composite.fewShapes()) {
            parameters.add(ParameterSpec.builder(int.class, "presence").build());
        }
        IdentityHashMap<Component, Integer> bits = new IdentityHashMap<>();
        for (Component component : composite.ascending()) {
            if (!component.field().alwaysWritten()) {
                bits.put(component, 1 << bits.size());
            }
        }
        MethodSpec.Builder whole = reader("readValues", parameters);
        addParts(
                type,
                whole,
                parameters,
                part -> "",
                fields -> values(fields, new Blocks(code, fields), bits),
                List.of());
    }

    /** Reads the values of the constant shape from a given place, which they all have. */
    MethodSpec readAt() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("readAt")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(composite.type())
                .addParameter(IN_PARAMETER)
                .addParameter(int.class, "at")
                .addCode(values(
                                composite.ascending(),
                                new Blocks(code, composite.ascending()).given(),
                                new IdentityHashMap<>())
                        .block());
        return end(method, List.of());
    }

    private Code values(List<Component> fields, Blocks blocks, IdentityHashMap<Component, Integer> bits) {
        Code.Builder statements = Code.builder();
        for (Component component : fields) {
            if (component.field().alwaysWritten()) {
                String beginning = blocks.beginning(component, "in.advance");
                if (!beginning.isEmpty()) {
                    statements.addStatement(beginning);
                }
                statements.add(assign(component, read(component, blocks.place(component))));
            } else {
                statements.add(optional(component, Code.of("(presence & $L) != 0", bits.get(component))));
            }
        }
        return statements.build();
    }

    private Code optional(Component component, Code condition) {
        if (!composite.large()) {
            return local(component, choice(component, condition));
        }
        return Code.builder()
                .beginControlFlow("if ($L)", condition)
                .add(set(component, read(component, "")))
                .endControlFlow()
                .build();
    }

    /** Reads the fields that are there, in whatever shape. */
    void addReadFields(TypeSpec.Builder type) {
        MethodSpec.Builder whole = reader("readFields", List.of(IN_PARAMETER));
        if (!composite.open()) {
            addParts(type, whole, List.of(IN_PARAMETER), CodecReaders::begins, this::fields, List.of());
            return;
        }
        ParameterSpec unknown = ParameterSpec.builder(RuntimeTypes.UNKNOWN_FIELD_COLLECTOR, Gaps.UNKNOWN)
                .build();
        whole.addStatement("$1T $2N = new $1T()", RuntimeTypes.UNKNOWN_FIELD_COLLECTOR, unknown);
        Code rest = Code.of("in.keepRest($L)", Gaps.UNKNOWN);
        addParts(type, whole, List.of(IN_PARAMETER, unknown), CodecReaders::begins, this::fields, List.of(rest));
    }

    /** A part all of whose fields may be absent is stepped over when they are. */
    private static String begins(List<Component> part) {
        boolean required = part.stream().anyMatch(component -> component.field().required());
        int last = part.get(part.size() - 1).field().number();
        return required ? "" : "in.hasFieldUpTo(" + last + ")";
    }

    private Code fields(List<Component> fields) {
        Code.Builder statements = Code.builder();
        for (Component component : fields) {
            Field field = component.field();
            statements.add(gaps.keep(component));
            Code entry =
                    Code.of("$L, $L, $L", field.number(), code.kind(field.type()), JavaLiterals.string(field.name()));
            if (field.required()) {
                statements.addStatement("in.require($L)", entry);
                statements.add(assign(component, read(component, "")));
            } else {
                statements.add(optional(component, Code.of("in.present($L)", entry)));
            }
        }
        return statements.build();
    }

    private MethodSpec.Builder reader(String name, List<ParameterSpec> parameters) {
        return Declarations.override(name, composite.type(), Modifier.PROTECTED).addParameters(parameters);
    }

    /**
     * Adds a reader and the methods it is cut into.
     *
     * @param parameters of each of these methods
     * @param rest what the value is made of beside the fields: the unknown ones, or nothing
     */
    private void addParts(
            TypeSpec.Builder type,
            MethodSpec.Builder whole,
            List<ParameterSpec> parameters,
            Function<List<Component>, String> condition,
            Function<List<Component>, Code> body,
            List<Code> rest) {
        String name = whole.build().name();
        List<ParameterSpec> each = new ArrayList<>(parameters);
        if (composite.large()) {
            whole.addStatement("$1T.Builder builder = $1T.builder()", composite.type());
            each.add(ParameterSpec.builder(composite.type().nestedClass("Builder"), "builder")
                    .build());
        }
        List<MethodSpec> methods = parts.add(whole, name, each, condition, body);
        type.addMethod(end(whole, rest)).addMethods(methods);
    }

    private MethodSpec end(MethodSpec.Builder method, List<Code> rest) {
        if (composite.large()) {
            rest.forEach(unknown -> method.addCode(Code.statement("builder.$L($L)", UnknownFieldCode.NAME, unknown)
                    .block()));
            return method.addStatement("return builder.build()").build();
        }
        List<Code> arguments = new ArrayList<>();
        composite.components().forEach(component -> arguments.add(Code.of("$L", locals.get(component))));
        arguments.addAll(rest);
        int used = INDENT
                + "return new ();".length()
                + composite.type().simpleName().length();
        Code value = Layout.arguments(used, INDENT, arguments);
        return method.addCode(Code.statement("return new $T($L)", composite.type(), value)
                        .block())
                .build();
    }

    private Code read(Component component, String at) {
        return code.read(
                IN, at, component.field().type(), component.field().max(), constants.getOrDefault(component, ""));
    }

    private Code choice(Component component, Code condition) {
        Code otherwise = component.defaultValue() == null ? Code.of("null") : component.defaultValue();
        Code variable = Code.of("$T $L = ;", component.type().withoutAnnotations(), locals.get(component));
        return Layout.choice(INDENT + Layout.width(variable), condition, read(component, ""), otherwise);
    }

    private Code assign(Component component, Code value) {
        return composite.large() ? set(component, value) : local(component, value);
    }

    private Code local(Component component, Code value) {
        return Code.statement("$T $L = $L", component.type().withoutAnnotations(), locals.get(component), value);
    }

    private static Code set(Component component, Code value) {
        return Code.statement("builder.$L($L)", component.name(), value);
    }
}
