package io.rpcidl.json;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.wire.MalformedDataException;
import io.rpcidl.wire.UnencodableValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** One type of message in both of its forms, octets and JSON (wire-spec.md, chapter 14). May be used by all threads at once. */
public final class MessageForm {

    private final Json json;
    private final StructCodec<@Nullable Object> codec;
    private final @Nullable Form<Object> body;
    private final boolean optional;

    /** How many structs stand around the value that the text shows. */
    private final int depth;

    private MessageForm(Json json, StructCodec<?> codec, @Nullable Form<Object> body, boolean optional, int depth) {
        this.json = json;
        this.codec = untyped(codec);
        this.body = body;
        this.optional = optional;
        this.depth = depth;
    }

    /** A struct, an error, or the parameters of a method. */
    static MessageForm of(Json json, StructForm form) {
        return new MessageForm(json, form.struct(), Form.untyped(form), false, 0);
    }

    /** A result, or what is treated as one; the text shows the value alone. */
    static MessageForm ofResult(Json json, Form<Object> form, boolean optional) {
        StructCodec<?> codec = optional ? Codecs.optionalResult(form.codec()) : Codecs.result(form.codec());
        return new MessageForm(json, codec, form, optional, 1);
    }

    /** The result of a method that returns nothing. */
    static MessageForm ofNothing(Json json) {
        return new MessageForm(json, Codecs.NOTHING, null, true, 1);
    }

    @SuppressWarnings("unchecked") // the body that reads the text makes only values of the codec's type
    private static StructCodec<@Nullable Object> untyped(StructCodec<?> codec) {
        return (StructCodec<@Nullable Object>) codec;
    }

    /**
     * The JSON of a message, on one line.
     *
     * @throws JsonFormException if the octets are not such a message, or the text would be longer than the limit
     */
    public String print(byte[] message, Printing printing) {
        Object value;
        try {
            value = codec.decode(message, 0, message.length, json.limits().message());
        } catch (MalformedDataException e) {
            throw new JsonFormException(e);
        }
        JsonOutput out = new JsonOutput(json, printing);
        if (value == null || body == null) {
            out.nothing();
        } else {
            body.print(out, value);
        }
        return out.text();
    }

    /**
     * The message of a JSON text, as a writer of this schema writes it: defaults that the text leaves out are there.
     *
     * @throws JsonFormException if the text is not the JSON of such a message, or the message exceeds a limit
     */
    public byte[] parse(String text, UnknownMembers unknownMembers) {
        try (JsonInput in = new JsonInput(text, json, unknownMembers, depth)) {
            in.next();
            Object value = parseBody(in);
            in.finish();
            return write(in, value);
        }
    }

    /**
     * The same in canonical form: texts of equal values, and no others, give the same octets (W-3.26). To be hashed or signed.
     *
     * @throws JsonFormException as {@link #parse} does, and if the text holds a variant or a field that the schema does not know,
     *     which has no canonical form
     */
    public byte[] parseCanonical(String text, UnknownMembers unknownMembers) {
        try (JsonInput in = new JsonInput(text, json, unknownMembers, depth)) {
            in.next();
            Object value = parseBody(in);
            in.finish();
            write(in, value);
            return writeCanonical(in, value);
        }
    }

    /** The value can be written; what may be wrong yet is that it has no canonical form. */
    private byte[] writeCanonical(JsonInput in, @Nullable Object value) {
        Encoder out = new Encoder(json.limits().message());
        try {
            codec.writeCanonical(out, value);
        } catch (UnencodableValueException e) {
            throw in.refuseWhole(e.problem(), Rule.CANONICAL);
        }
        return out.toByteArray();
    }

    private @Nullable Object parseBody(JsonInput in) {
        if (optional && in.token() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (body == null) {
            throw in.unexpected("null, because the method returns nothing,", Rule.MESSAGE);
        }
        return body.parse(in);
    }

    private byte[] write(JsonInput in, @Nullable Object value) {
        Encoder out = new Encoder(json.limits().message());
        try {
            codec.writeMessage(out, value);
        } catch (UnencodableValueException e) {
            throw in.refuseWhole(e.problem(), Rule.BOUNDS);
        }
        return out.toByteArray();
    }
}
