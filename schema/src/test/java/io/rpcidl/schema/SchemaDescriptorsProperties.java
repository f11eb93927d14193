package io.rpcidl.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rpcidl.schema.canonical.CanonicalForm;
import io.rpcidl.schema.canonical.Closure;
import io.rpcidl.schema.json.DescriptorJson;
import io.rpcidl.value.Bytes;
import io.rpcidl.wire.Limits;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Octets that come from elsewhere. */
class SchemaDescriptorsProperties {

    private static final byte[] SAMPLE =
            SchemaDescriptors.write(DescriptorJson.read(Samples.JSON)).toByteArray();

    /** Whatever the octets: they are refused in words, or they are a descriptor that all tools can walk. */
    @Property(tries = 5_000)
    void readsMutantsOrRefusesThem(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] octets = SAMPLE.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt();
        }
        if (random.nextInt(8) == 0) {
            octets = Arrays.copyOf(octets, random.nextInt(octets.length));
        }
        SchemaDescriptor descriptor;
        try {
            descriptor = SchemaDescriptors.read(Bytes.of(octets));
        } catch (InvalidDescriptorException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            return;
        }
        SchemaIndex index = SchemaIndex.of(descriptor);
        assertThat(CanonicalForm.of(index)).startsWith("rpcidl canonical 1\n");
        index.names().forEach(name -> SchemaDescriptors.check(Closure.of(index, name)));
        assertThat(DescriptorJson.read(DescriptorJson.write(descriptor))).isEqualTo(descriptor);
    }

    @Example
    void costsNoMoreThanTheLimitsSay() {
        Limits small = Limits.DEFAULTS.withMessageBytes(SAMPLE.length - 1);
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> SchemaDescriptors.read(Bytes.of(SAMPLE), small))
                .withMessageStartingWith("these octets are no descriptor: ");
        assertThatExceptionOfType(InvalidDescriptorException.class)
                .isThrownBy(() -> SchemaDescriptors.read(Bytes.EMPTY))
                .withMessageStartingWith("these octets are no descriptor: ");
    }
}
