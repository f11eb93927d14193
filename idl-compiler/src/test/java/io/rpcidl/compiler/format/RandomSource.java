package io.rpcidl.compiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The words of sources without syntax errors, of every kind of phrase that the grammar has; few of them mean anything. */
final class RandomSource {

    private static final List<String> NAMES = List.of(
            "a",
            "order",
            "OrderId",
            "placedAt",
            "list",
            "type",
            "error",
            "reserved",
            "throws",
            "stream",
            "readonly",
            "LONG_NAME_OF_A_CONSTANT_THAT_FILLS_A_LINE",
            "aNameThatIsSoLongThatTwoOfThemHardlyFitIntoOneLine");

    private final Random random;
    private final List<String> words = new ArrayList<>();

    private RandomSource(Random random) {
        this.random = random;
    }

    static List<String> words(Random random) {
        RandomSource source = new RandomSource(random);
        source.file();
        return source.words;
    }

    private void file() {
        if (chance(9)) {
            add("rpcidl", "1", ";");
        }
        if (chance(9)) {
            add("package");
            dotted();
            annotations();
            add(";");
        }
        times(3, () -> add("import", "\"a/b.rpcidl\"", "as", name(), ";"));
        times(6, this::definition);
    }

    private void definition() {
        switch (random.nextInt(7)) {
            case 0 -> constant();
            case 1 -> {
                add("type", name(), "=");
                type(0);
                annotations();
                add(";");
            }
            case 2 -> enumeration();
            case 3 -> body("struct", this::field);
            case 4 -> body("error", this::field);
            case 5 -> body("union", this::variant);
            default -> body("service", this::method);
        }
    }

    private void constant() {
        add("const");
        type(0);
        add(name(), "=");
        literal(0);
        annotations();
        add(";");
    }

    private void enumeration() {
        if (chance(3)) {
            add("closed");
        }
        add("enum", name());
        annotations();
        add("{");
        times(4, () -> {
            if (chance(2)) {
                reserved();
                return;
            }
            add(name(), "=", number());
            annotations();
            add(";");
        });
        add("}");
    }

    private void body(String word, Runnable member) {
        if (word.equals("struct") && chance(3)) {
            add("open");
        }
        add(word, name());
        if (word.equals("error") && chance(5)) {
            add("rejects");
        }
        annotations();
        add("{");
        times(4, () -> {
            if (chance(2)) {
                reserved();
            } else {
                add(number(), ":");
                member.run();
                annotations();
                add(";");
            }
        });
        add("}");
    }

    private void field() {
        type(0);
        add(name());
        if (chance(3)) {
            add("=");
            literal(0);
        }
    }

    private void variant() {
        if (chance(8)) {
            type(0);
        }
        add(name());
    }

    private void method() {
        if (chance(4)) {
            add(any(List.of("readonly", "idempotent", "oneway")));
        }
        type(0);
        add(name(), "(");
        list(4, this::parameter);
        add(")");
        if (chance(4)) {
            add("throws");
            do {
                add(number(), ":");
                dotted();
                add(",");
            } while (chance(6));
            words.remove(words.size() - 1);
        }
    }

    private void parameter() {
        if (chance(8)) {
            add(number(), ":");
        }
        field();
        annotations();
    }

    private void reserved() {
        add("reserved");
        do {
            switch (random.nextInt(3)) {
                case 0 -> add(number());
                case 1 -> add(number(), "..", number());
                default -> add("\"LOST // no comment\"");
            }
            add(",");
        } while (chance(5));
        words.set(words.size() - 1, ";");
    }

    private void type(int depth) {
        dotted();
        if (depth < 3 && chance(2)) {
            add("<");
            do {
                type(depth + 1);
                add(",");
            } while (chance(4));
            words.set(words.size() - 1, ">");
        }
        if (chance(2)) {
            add("?");
        }
    }

    private void annotations() {
        while (chance(2)) {
            add("@");
            dotted();
            if (chance(6)) {
                add("(");
                list(2, () -> literal(0));
                add(")");
            }
        }
    }

    private void literal(int depth) {
        boolean minus = chance(3);
        switch (random.nextInt(depth < 3 ? 6 : 5)) {
            case 0 -> add("\"text with \\\" and \\\\ /* no comment */ \uD83D\uDE00\"");
            case 1 -> signed(minus, number());
            case 2 -> signed(minus, any(List.of("1.5", "0e7", "2.0E-3")));
            case 3 -> signed(minus, any(List.of("2s", "500ms", "0h")));
            case 4 -> {
                if (minus) {
                    add("-");
                }
                dotted();
            }
            default -> {
                add("[");
                list(3, () -> literal(depth + 1));
                add("]");
            }
        }
    }

    private void signed(boolean minus, String word) {
        if (minus) {
            add("-");
        }
        add(word);
    }

    private void list(int most, Runnable element) {
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                add(",");
            }
            element.run();
        }
    }

    private void times(int most, Runnable part) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            part.run();
        }
    }

    private void dotted() {
        add(name());
        while (chance(2)) {
            add(".", name());
        }
    }

    private String name() {
        return any(NAMES);
    }

    private String number() {
        return any(List.of("0", "1", "7", "65535", "0xFf"));
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int ofTen) {
        return random.nextInt(10) < ofTen;
    }

    private void add(String... more) {
        words.addAll(List.of(more));
    }
}
