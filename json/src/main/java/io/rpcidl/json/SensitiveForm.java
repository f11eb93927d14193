package io.rpcidl.json;

import io.rpcidl.codec.Codec;
import io.rpcidl.value.Kind;

/** The form of values that people must not see (W-14.21). */
final class SensitiveForm<T> extends Form<T> {

    private final Form<T> form;

    private SensitiveForm(Form<T> form) {
        this.form = form;
    }

    /** The form itself when it redacts already. */
    static <T> Form<T> of(Form<T> form) {
        return form instanceof SensitiveForm<T> ? form : new SensitiveForm<>(form);
    }

    @Override
    Kind kind() {
        return form.kind();
    }

    @Override
    Codec<T> codec() {
        return form.codec();
    }

    @Override
    boolean sensitive() {
        return true;
    }

    @Override
    Form<T> limited(long maximum) {
        return new SensitiveForm<>(form.limited(maximum));
    }

    @Override
    void print(JsonOutput out, T value) {
        if (out.forPeople()) {
            out.redacted();
        } else {
            form.print(out, value);
        }
    }

    @Override
    T parse(JsonInput in) {
        if (in.isText(JsonOutput.REDACTED)) {
            throw redacted(in);
        }
        in.beginSecret();
        T value = form.parse(in);
        in.endSecret();
        return value;
    }

    static JsonFormException redacted(JsonInput in) {
        return in.refuse(
                "the value was redacted when it was printed for people: print exactly what is to be read back",
                Rule.REDACTED);
    }

    @Override
    String keyText(T key) {
        return form.keyText(key);
    }

    @Override
    T parseKey(JsonInput in, String text) {
        in.beginSecret();
        T key = form.parseKey(in, text);
        in.endSecret();
        return key;
    }
}
