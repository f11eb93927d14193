package io.rpcidl.json.dump;

import io.rpcidl.json.Printing;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains one type of message, octet by octet: what each is, where it stands, and which clause of wire-spec.md says so. With a
 * schema pieces have names; what only a schema tells (ranges, required fields, constraints) is not checked here but by
 * {@link io.rpcidl.json.MessageForm}. Without one, messages are read by their kinds alone. May be used by all threads at once.
 */
public final class MessageDump {

    private final @Nullable SchemaIndex schema;
    private final Members root;
    private final Limits limits;

    private MessageDump(@Nullable SchemaIndex schema, Members root, Limits limits) {
        this.schema = schema;
        this.root = root;
        this.limits = limits;
    }

    /** Any message, by kinds alone. Nobody can say what in it is secret, so everything is shown. */
    public static MessageDump byKinds() {
        return new MessageDump(null, Members.UNKNOWN, Limits.DEFAULTS);
    }

    /**
     * A message that is a struct or a declared error.
     *
     * @param name in full, like {@code shop.orders.v1.Order}
     * @throws InvalidDescriptorException if the schema has no such struct or error
     */
    public static MessageDump message(SchemaIndex schema, String name) {
        DefinitionSchema definition = schema.get(name);
        if (definition instanceof DefinitionSchema.OfStruct struct) {
            return of(schema, Members.ofFields(struct.struct().fields()));
        }
        if (definition instanceof DefinitionSchema.OfError error) {
            return of(schema, Members.ofFields(error.error().fields()));
        }
        throw new InvalidDescriptorException(name + " is neither a struct nor an error");
    }

    /** A value alone, as the result of a method (W-3.21). */
    public static MessageDump value(SchemaIndex schema, TypeName type) {
        return of(schema, Members.ofOnly("value", type));
    }

    /**
     * The parameters of a method.
     *
     * @param method in full, like {@code shop.orders.v1.Orders.place}
     * @throws InvalidDescriptorException if the schema has no such method
     */
    public static MessageDump parameters(SchemaIndex schema, String method) {
        return of(schema, Members.ofFields(method(schema, method).parameters()));
    }

    /**
     * The result of a method, or an item of the stream that comes back.
     *
     * @param method in full, like {@code shop.orders.v1.Orders.place}
     * @throws InvalidDescriptorException if the schema has no such method
     */
    public static MessageDump result(SchemaIndex schema, String method) {
        String type = method(schema, method).result().type();
        return of(schema, type == null ? Members.UNKNOWN : Members.ofOnly("result", TypeName.parse(type)));
    }

    /** The same under other limits than the default ones. */
    public MessageDump under(Limits other) {
        return new MessageDump(schema, root, other);
    }

    /**
     * Hands out the pieces of a message in their order; together they are all of its octets, each once.
     *
     * @param printing for people, what the schema calls {@code @sensitive} is one piece without its text, and so is what the
     *     schema does not know; without a schema it makes no difference
     * @throws MalformedDataException if the octets are no message; the pieces before the problem were handed out
     */
    public void explain(byte[] message, Printing printing, Consumer<Piece> pieces) {
        Walk walk = new Walk(new Meanings(schema), limits, printing, pieces);
        walk.message(root, message);
    }

    private static MessageDump of(SchemaIndex schema, Members root) {
        return new MessageDump(schema, root, Limits.DEFAULTS);
    }

    private static MethodSchema method(SchemaIndex schema, String name) {
        int point = name.lastIndexOf('.');
        if (point > 0 && schema.find(name.substring(0, point)) instanceof DefinitionSchema.OfService service) {
            for (MethodSchema method : service.service().methods()) {
                if (method.name().equals(name.substring(point + 1))) {
                    return method;
                }
            }
        }
        throw new InvalidDescriptorException("the schema has no method " + name);
    }
}
