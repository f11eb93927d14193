package io.rpcidl.json;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Texts and octets that a form refuses. */
final class Refused {

    private Refused() {}

    /** What the form says about a text that it must refuse. */
    static JsonFormException text(MessageForm form, String text) {
        return text(form, text, UnknownMembers.REFUSE);
    }

    static JsonFormException text(MessageForm form, String text, UnknownMembers unknownMembers) {
        JsonFormException refused =
                catchThrowableOfType(JsonFormException.class, () -> form.parse(text, unknownMembers));
        if (refused == null) {
            throw new AssertionError("accepted: " + text.substring(0, Math.min(200, text.length())));
        }
        return refused;
    }

    /** The text comes back like this when it is read and printed again. */
    static String normalised(MessageForm form, String text) {
        return form.print(form.parse(text, UnknownMembers.REFUSE), Printing.EXACT);
    }
}
