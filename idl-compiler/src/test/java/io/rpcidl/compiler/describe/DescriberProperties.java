package io.rpcidl.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.java.RandomSchemas;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaDescriptors;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.Closure;
import io.rpcidl.schema.canonical.SchemaHash;
import io.rpcidl.schema.json.DescriptorJson;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for the descriptor of every schema. */
class DescriberProperties {

    @Property(tries = 200)
    void comesBackFromItsEncodings(@ForAll long seed) {
        SchemaDescriptor descriptor = Describer.describe(RandomSchemas.of(seed, "test.random"));
        assertThat(SchemaDescriptors.read(SchemaDescriptors.write(descriptor))).isEqualTo(descriptor);
        assertThat(DescriptorJson.read(DescriptorJson.write(descriptor))).isEqualTo(descriptor);
    }

    /** What a peer gets is whole, and means the same as the schema that it was taken from. */
    @Property(tries = 100)
    void takesOutWhatADefinitionReaches(@ForAll long seed) {
        SchemaIndex index = SchemaIndex.of(Describer.describe(RandomSchemas.of(seed, "test.random")));
        for (String name : index.names()) {
            SchemaDescriptor closure = Closure.of(index, name);
            SchemaDescriptors.check(closure);
            SchemaIndex taken = SchemaIndex.of(closure);
            assertThat(taken.names()).hasSameElementsAs(Closure.names(index, name));
            assertThat(SchemaHash.of(taken, name)).isEqualTo(SchemaHash.of(index, name));
        }
    }
}
