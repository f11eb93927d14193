package io.rpcidl.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.java.RandomSchemas;
import io.rpcidl.schema.SchemaDescriptor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for the descriptor of every schema. */
class DescriberProperties {

    @Property(tries = 200)
    void comesBackFromItsEncoding(@ForAll long seed) {
        SchemaDescriptor descriptor = Describer.describe(RandomSchemas.of(seed, "test.random"));
        byte[] octets = SchemaDescriptor.codec().encode(descriptor);
        assertThat(SchemaDescriptor.codec().decode(octets)).isEqualTo(descriptor);
    }
}
