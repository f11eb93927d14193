package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Constant;
import io.rpcidl.compiler.model.Definition;
import io.rpcidl.compiler.model.EnumValue;
import io.rpcidl.compiler.model.Enumeration;
import io.rpcidl.compiler.model.Field;
import io.rpcidl.compiler.model.Literal;
import io.rpcidl.compiler.model.Reserved;
import io.rpcidl.compiler.model.Scalar;
import io.rpcidl.compiler.model.Struct;
import io.rpcidl.compiler.model.Union;
import io.rpcidl.compiler.model.Variant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the texts of a schema say, they stay inside their comments and literals; K01 to K03 test it from sources on. */
class HostileTextTest {

    private static final List<String> PAYLOADS = List.of(
            "*/ class Injected {} /*",
            "\\u002a/ class Injected {} /\\u002a",
            "\\uuuu002a\\u002f int injected;",
            "\\\\u002a\\u002f",
            "\\",
            "$S $L $$ $W $T $> $<",
            "@deprecated @see Nothing {@code {@link Nowhere",
            "<script>alert('x')</script> <p> <ul><li",
            "`*`/ `` ` `a",
            "\r\rclass A{}\u0085class B{}\u2028class C{}\u2029",
            "\u202e\u2066\u200b\ufeff\u0000\u001a",
            // no source holds half a character: neither UTF-8 nor an escape can express one
            "\ud83d\ude00\udbff\udfff",
            "- a\n- b*/\n\n*\n/",
            "* / \n/ */");

    @Test
    void compilesKnownAttacks() {
        compile(PAYLOADS);
    }

    private static void compile(List<String> texts) {
        List<GeneratedFile> files = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            files.addAll(new JavaBackend().generate(Models.schema("test.hostile.p" + i, definitions(texts.get(i)))));
        }
        ClassLoader loader = InMemoryCompiler.compile(files);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(constant(loader, "test.hostile.p" + i + ".ModelsConstants"))
                    .isEqualTo(texts.get(i));
            assertThat(members(loader, "test.hostile.p" + i + ".Thing")).isEqualTo(3);
        }
    }

    private static Object constant(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader).getField("TEXT").get(null);
        } catch (ReflectiveOperationException problem) {
            throw new AssertionError(problem);
        }
    }

    private static int members(ClassLoader loader, String name) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            return type.getRecordComponents().length + type.getDeclaredClasses().length;
        } catch (ReflectiveOperationException problem) {
            throw new AssertionError(problem);
        }
    }

    /** Every place in which a schema holds text. */
    private static List<Definition> definitions(String text) {
        Field field = new Field(
                1,
                "text",
                Models.type(Scalar.STRING),
                false,
                new Literal.Text(text),
                null,
                false,
                text,
                Models.NOWHERE,
                text);
        Field other = Models.documented(Models.optional(2, "other", Models.type(Scalar.I32)), text);
        return List.of(
                new Constant(
                        Models.name("TEXT"),
                        text,
                        Models.NOWHERE,
                        text,
                        Models.type(Scalar.STRING),
                        new Literal.Text(text)),
                new Struct(
                        Models.name("Thing"), text, Models.NOWHERE, text, false, List.of(field, other), Reserved.NONE),
                new Enumeration(
                        Models.name("Choice"),
                        text,
                        Models.NOWHERE,
                        text,
                        true,
                        List.of(new EnumValue("ONE", 1, text, Models.NOWHERE, text)),
                        Reserved.NONE),
                new Enumeration(
                        Models.name("OpenChoice"),
                        text,
                        Models.NOWHERE,
                        null,
                        false,
                        List.of(new EnumValue("ONE", 1, text, Models.NOWHERE, text)),
                        Reserved.NONE),
                new Union(
                        Models.name("Either"),
                        text,
                        Models.NOWHERE,
                        text,
                        List.of(new Variant(1, "one", Models.type("Thing"), null, false, text, Models.NOWHERE, text)),
                        Reserved.NONE),
                Models.service("Things", Models.method(1, "get", Models.type("Thing"), field)));
    }
}
