package io.rpcidl.fuzz.v1;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.json.JsonForm;
import io.rpcidl.json.MessageForm;
import io.rpcidl.schema.SchemaDescriptors;
import java.util.List;

/**
 * One type of message: by generated code and by its descriptor. The first octet of a fuzz target's input chooses it.
 *
 * @param name as seeds call it
 */
record Target(String name, StructCodec<?> codec, MessageForm json) {

    private static final JsonForm FORM = JsonForm.of(SchemaDescriptors.read(EverythingMethods.SERVICE.schema()));

    static final List<Target> ALL = List.of(
            message("Scalars", Scalars.codec()),
            message("Sparse", Sparse.codec()),
            message("Defaulted", Defaulted.codec()),
            message("Collections", Collections.codec()),
            message("Node", Node.codec()),
            message("Refused", Refused.codec()),
            message("Choice", Codecs.result(Choice.codec())),
            new Target(
                    "collect", EverythingMethods.COLLECT.parameters(), FORM.parameters("fuzz.v1.Everything.collect")),
            new Target("choose", EverythingMethods.CHOOSE.result(), FORM.result("fuzz.v1.Everything.choose")),
            message("Passed", Passed.codec()),
            message("Kept", Kept.codec()));

    private static Target message(String name, StructCodec<?> codec) {
        return new Target(name, codec, FORM.message("fuzz.v1." + name));
    }

    static Target of(byte choice) {
        return ALL.get((choice & 0x7F) % ALL.size());
    }
}
