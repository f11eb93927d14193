package io.rpcidl.json;

import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.value.Printable;
import java.util.Map;

/**
 * The JSON form of all that a schema describes (wire-spec.md, chapter 14). It reads and writes octets without generated code, by
 * the descriptor alone, under the same limits and with the same checks. May be used by all threads at once.
 */
public final class JsonForm {

    private final Json json;
    private final Linker linker;

    private JsonForm(SchemaDescriptor descriptor, JsonLimits limits) {
        json = new Json(limits);
        linker = new Linker(descriptor);
    }

    /**
     * The form under the default limits.
     *
     * @throws InvalidDescriptorException if no compiler has made the descriptor
     */
    public static JsonForm of(SchemaDescriptor descriptor) {
        return of(descriptor, JsonLimits.DEFAULTS);
    }

    /**
     * The form under other limits.
     *
     * @throws InvalidDescriptorException if no compiler has made the descriptor
     */
    public static JsonForm of(SchemaDescriptor descriptor, JsonLimits limits) {
        return new JsonForm(descriptor, limits);
    }

    /**
     * A struct or a declared error as a message of its own. A union is no message of its own: it is treated as {@link #value} does.
     *
     * @param name in full, like {@code shop.orders.v1.Order}
     * @throws JsonFormException if the schema has no such struct, error or union
     */
    public MessageForm message(String name) {
        StructForm form = linker.messages().get(name);
        if (form != null) {
            return MessageForm.of(json, form);
        }
        if (linker.types().get(name) instanceof UnionForm union) {
            return MessageForm.ofResult(json, Form.untyped(union), false);
        }
        throw unknown("struct, error or union", name, linker.messages());
    }

    /**
     * The parameters of a method: an object with a member for each.
     *
     * @param method in full, like {@code shop.orders.v1.Orders.place}
     * @throws JsonFormException if the schema has no such method
     */
    public MessageForm parameters(String method) {
        return MessageForm.of(json, method(method).parameters());
    }

    /**
     * The result of a method, or an item of the stream that comes back: the value itself, and {@code null} when there is none.
     * An item of the stream that a caller sends is a {@link #value} of its type.
     *
     * @param method in full, like {@code shop.orders.v1.Orders.place}
     * @throws JsonFormException if the schema has no such method
     */
    public MessageForm result(String method) {
        LinkedMethod known = method(method);
        Form<Object> result = known.result();
        return result == null ? MessageForm.ofNothing(json) : MessageForm.ofResult(json, result, known.optional());
    }

    /**
     * Any type alone. Its octets are those of a method's result (W-3.21): a struct whose field 1 is the value.
     *
     * @param type as descriptors write it, like {@code map<string,list<shop.orders.v1.Line>>}
     * @throws JsonFormException if the text is no type of this schema
     */
    public MessageForm value(String type) {
        try {
            return MessageForm.ofResult(json, Form.untyped(linker.form(type)), false);
        } catch (InvalidDescriptorException | IllegalArgumentException e) {
            throw new JsonFormException(String.valueOf(e.getMessage()), Rule.MESSAGE);
        }
    }

    private LinkedMethod method(String name) {
        LinkedMethod method = linker.methods().get(name);
        if (method == null) {
            throw unknown("method", name, linker.methods());
        }
        return method;
    }

    private static JsonFormException unknown(String what, String name, Map<String, ?> known) {
        return new JsonFormException(
                "the schema has no " + what + " " + Printable.text(name) + Nearest.hint(name, known.keySet()),
                Rule.MESSAGE);
    }
}
