package io.rpcidl.compiler.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.generate.java.RandomSchemas;
import io.rpcidl.compiler.source.SourceFile;
import io.rpcidl.compiler.source.Span;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.compat.Compatibility;
import io.rpcidl.schema.compat.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for the lock of every schema, and for every text that is none. */
class LockProperties {

    private static final Span NOWHERE = new Span(new SourceFile("", "", ""), 0, 0);
    private static final String ODD = "struct S 1 removed reserved after none @max( \"\\u;=<>,.?\n\r\t\u00e9";

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void saysAllButDocumentation(@ForAll long seed) {
        SchemaDescriptor descriptor = Describer.describe(RandomSchemas.of(seed, "test.locked"));

        assertThat(Compatibility.compare(LockDescriptorTest.locked(descriptor), descriptor))
                .allMatch(finding -> finding.level() == Level.DOC);
        assertThat(Compatibility.compare(descriptor, LockDescriptorTest.locked(descriptor)))
                .allMatch(finding -> finding.level() == Level.DOC);
    }

    @Property(tries = 300)
    void keepsEveryOrderOfDeclaration(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> declared = new ArrayList<>();
        for (int i = 0; i < random.nextInt(12); i++) {
            declared.add(1 + 3 * i);
        }
        Collections.shuffle(declared, random);

        Map<Integer, String> notes = Order.notes(declared, number -> number);

        assertThat(read(notes)).isEqualTo(declared);
    }

    @Property(tries = 300)
    void addsTheHighestNumberWithoutTouchingTheOthers(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> declared = new ArrayList<>(List.of(1, 2, 3, 5, 8));
        Map<Integer, String> before = Order.notes(declared, number -> number);
        int added = 9 + random.nextInt(5);
        declared.add(random.nextInt(declared.size() + 1), added);

        Map<Integer, String> after = Order.notes(declared, number -> number);

        after.remove(added);
        assertThat(after).isEqualTo(before);
    }

    private static List<Integer> read(Map<Integer, String> notes) {
        TreeMap<Integer, Integer> members = new TreeMap<>();
        Map<Integer, Integer> after = new HashMap<>();
        notes.forEach((number, note) -> {
            members.put(number, number);
            Integer place = Order.read(new Words(note.strip()));
            if (place != null) {
                after.put(number, place);
            }
        });
        return Order.declared(members, after);
    }

    /** Whatever a line is, it is read or refused, and what is read is written as it was. */
    @Property(tries = 2_000)
    void readsALineOrSaysWhy(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("struct S 1: text string? = \"a\\u41;\" @max(9) after 3");
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int at = random.nextInt(text.length());
            String other = String.valueOf(ODD.charAt(random.nextInt(ODD.length())));
            text.replace(at, Math.min(text.length(), at + random.nextInt(3)), random.nextInt(4) == 0 ? "" : other);
        }
        try {
            assertThat(LockParser.read(text.toString(), NOWHERE).text()).isEqualTo(text.toString());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }
}
