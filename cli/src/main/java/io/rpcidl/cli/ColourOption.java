package io.rpcidl.cli;

import io.rpcidl.compiler.diagnostic.Colour;
import java.util.List;

/** {@code --colour auto|always|never}: on its own, colour is only for a terminal whose user did not refuse it. */
enum ColourOption {
    /** Colour on a terminal. */
    AUTO,
    /** Colour even in files and pipes. */
    ALWAYS,
    /** No colour. */
    NEVER;

    static final Option COLOUR = Option.value(
                    "--colour",
                    "WHEN",
                    "auto, always or never. On its own it is auto: colour on a terminal, unless NO_COLOR is set.")
            .oneOf(List.of("auto", "always", "never"));

    static ColourOption read(Arguments arguments) throws UsageException {
        String value = arguments.value(COLOUR, "auto");
        return switch (value) {
            case "auto" -> AUTO;
            case "always" -> ALWAYS;
            case "never" -> NEVER;
            default ->
                throw new UsageException("the option `--colour` is auto, always or never, not " + Words.quote(value));
        };
    }

    /** Whether to use colour; the terminal is looked for only where the user has left it open. */
    Colour decide(Session session) {
        return switch (this) {
            case ALWAYS -> Colour.ALWAYS;
            case NEVER -> Colour.NEVER;
            case AUTO -> automatic(session);
        };
    }

    private static Colour automatic(Session session) {
        boolean refused = !session.environment().getOrDefault("NO_COLOR", "").isEmpty()
                || session.environment().getOrDefault("TERM", "").equals("dumb");
        return !refused && session.terminal().getAsBoolean() ? Colour.ALWAYS : Colour.NEVER;
    }
}
