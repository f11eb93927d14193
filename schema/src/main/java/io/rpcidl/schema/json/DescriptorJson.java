package io.rpcidl.schema.json;

import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaDescriptors;

/** Descriptors as JSON, for tools that do not read rpcidl's encoding; {@code docs/descriptor.md} describes the form. */
public final class DescriptorJson {

    private DescriptorJson() {}

    /**
     * The descriptor as an indented text that ends with a line feed; the same on every machine.
     *
     * @throws io.rpcidl.schema.InvalidDescriptorException if it is no valid descriptor
     */
    public static String write(SchemaDescriptor descriptor) {
        SchemaDescriptors.check(descriptor);
        return JsonText.write(json -> new DescriptorWriter(json).descriptor(descriptor));
    }

    /**
     * Reads and checks a descriptor. Members that are not known are refused, as are two of one name.
     *
     * @throws io.rpcidl.schema.InvalidDescriptorException if the text is no valid descriptor; the message names the line, the
     *     column and the path
     */
    public static SchemaDescriptor read(String text) {
        SchemaDescriptor descriptor = DescriptorReader.descriptor(JsonText.read(text));
        SchemaDescriptors.check(descriptor);
        return descriptor;
    }
}
