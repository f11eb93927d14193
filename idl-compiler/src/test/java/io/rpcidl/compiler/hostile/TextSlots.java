package io.rpcidl.compiler.hostile;

import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A source with every kind of element, documentation before each, and a string in every place that takes one. */
final class TextSlots {

    private final Supplier<String> documentation;
    private final Supplier<String> strings;

    /**
     * Makes sources of texts.
     *
     * @param documentation what is written before each element
     * @param strings what the literals hold
     */
    TextSlots(Supplier<String> documentation, Supplier<String> strings) {
        this.documentation = documentation;
        this.strings = strings;
    }

    String source(String packageName) {
        String text = """
                rpcidl 1;
                ~package %s;
                ~const string TEXT = #;
                ~struct Thing {
                  ~1: string text = #;
                  ~2: i32? number;
                  ~3: list<u8> octets = [];
                }
                ~error Failure {
                  ~1: string reason = #;
                }
                ~type Named = string @deprecated(#);
                ~service Calls @deprecated(#) {
                  ~1: Thing? get(1: string other = #, 2: Named named = #) throws 1: Failure @deprecated(#);
                  ~2: stream<Thing> watch(~1: Thing thing @deprecated(#), ~stream<Choice> choices);
                  ~3: oneway void tell(~1: Either either);
                }
                ~open struct Old @deprecated(#) {
                  ~1: u64 old @deprecated(#);
                  ~2: u64? older @sensitive @deprecated(#);
                }
                ~enum Choice {
                  ~ONE = 0 @deprecated(#);
                  ~TWO = 1;
                }
                ~closed enum Closed @deprecated(#) {
                  ~ONE = 0 @deprecated(#);
                  ~TWO = 1;
                }
                ~union Either {
                  ~1: string one @deprecated(#);
                  ~2: two;
                }
                """.formatted(packageName);
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '~' -> source.append(comment(documentation.get()));
                case '#' -> source.append(literal(strings.get()));
                default -> source.append(text.charAt(i));
            }
        }
        return source.toString();
    }

    /** Every line behind slashes: the line ends of the language are LF, CR LF and CR. */
    private static String comment(String text) {
        return text.isEmpty()
                ? ""
                : text.replace("\0", "")
                        .lines()
                        .map(line -> "\n/// " + line + "\n")
                        .collect(Collectors.joining());
    }

    /** As it is where the language allows that, with escapes where it must be. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                literal.append('\\').appendCodePoint(point);
            } else if (point == '\n' || point == '\r' || point == 0) {
                literal.append("\\u{").append(Integer.toHexString(point)).append('}');
            } else {
                literal.appendCodePoint(point);
            }
        });
        return literal.append('"').toString();
    }
}
