package io.rpcidl.compiler.generate.java;

import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.compiler.model.Service;
import io.rpcidl.schema.SchemaDescriptors;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.Closure;
import io.rpcidl.schema.canonical.SchemaHash;
import io.rpcidl.value.Bytes;
import org.jspecify.annotations.Nullable;

/** What generated services carry of their schema. The schema is described once, and only when it has a service. */
final class ServiceSchemas {

    private final Schema schema;
    private @Nullable SchemaIndex index;

    ServiceSchemas(Schema schema) {
        this.schema = schema;
    }

    /** The hash of what the service reaches, in hexadecimal digits. */
    String hash(Service service) {
        return SchemaHash.of(index(), service.name().toString()).toString();
    }

    /** The descriptor of what the service reaches. */
    Bytes descriptor(Service service) {
        return SchemaDescriptors.write(Closure.of(index(), service.name().toString()));
    }

    /** Services are generated side by side; the index itself never changes. */
    private synchronized SchemaIndex index() {
        SchemaIndex described = index;
        if (described == null) {
            described = SchemaIndex.of(Describer.describe(schema));
            index = described;
        }
        return described;
    }
}
