package io.rpcidl.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.generate.java.RandomSchemas;
import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.SchemaDescriptor;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.Closure;
import io.rpcidl.schema.canonical.SchemaHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What changes of random schemas do to the hash of each of their definitions. */
class SchemaHashProperties {

    private static final Pattern NAME = Pattern.compile("test\\.models\\.v1\\.\\w+");

    @Property(tries = 150)
    void differsForExactlyThoseThatReachAChange(@ForAll long seed) {
        SchemaDescriptor before = Describer.describe(RandomSchemas.of(seed, "test.random"));
        SchemaIndex index = SchemaIndex.of(before);
        List<String> names = new ArrayList<>(index.names());
        for (int at = 0; at < names.size(); at++) {
            SchemaIndex changed = SchemaIndex.of(Mutations.replace(before, at, new Mutations(seed)::noticed));
            for (String name : names) {
                boolean reaches = reach(index, name).contains(names.get(at));
                assertThat(SchemaHash.of(changed, name).equals(SchemaHash.of(index, name)))
                        .as("%s when %s has changed", name, names.get(at))
                        .isEqualTo(!reaches);
            }
            assertThat(SchemaHash.of(changed)).isNotEqualTo(SchemaHash.of(index));
        }
    }

    @Property(tries = 150)
    void isTheSameForWhatPeersDoNotNotice(@ForAll long seed) {
        SchemaDescriptor before = Describer.describe(RandomSchemas.of(seed, "test.random"));
        SchemaIndex index = SchemaIndex.of(before);
        SchemaIndex changed = SchemaIndex.of(new Mutations(seed).unnoticed(before));
        for (String name : index.names()) {
            assertThat(SchemaHash.of(changed, name)).as(name).isEqualTo(SchemaHash.of(index, name));
        }
        assertThat(SchemaHash.of(changed)).isEqualTo(SchemaHash.of(index));
    }

    @Property(tries = 100)
    void reachesWhatIsNamedAnywhereInside(@ForAll long seed) {
        SchemaIndex index = SchemaIndex.of(Describer.describe(RandomSchemas.of(seed, "test.random")));
        List<String> names = new ArrayList<>(index.names());
        String name = names.get(new Random(seed).nextInt(names.size()));
        assertThat(Closure.names(index, name)).isEqualTo(reach(index, name));
    }

    /** By the names that a definition shows when it is printed, which is another way than that of the main code. */
    private static Set<String> reach(SchemaIndex index, String name) {
        Set<String> reached = new HashSet<>();
        reach(index, name, reached);
        return reached;
    }

    private static void reach(SchemaIndex index, String name, Set<String> reached) {
        DefinitionSchema definition = index.find(name);
        if (definition != null && reached.add(name)) {
            NAME.matcher(definition.toString())
                    .results()
                    .map(MatchResult::group)
                    .forEach(each -> reach(index, each, reached));
        }
    }
}
