package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.compiler.diagnostic.Diagnostics;
import io.rpcidl.compiler.generate.GeneratedFile;
import io.rpcidl.compiler.model.Schema;
import io.rpcidl.schema.compat.Compatibility;
import io.rpcidl.schema.compat.Finding;
import io.rpcidl.schema.compat.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The verdicts of the rules are what compiled code does: without a finding of level {@code WIRE}, old reads new and new reads
 * old; where one says that a side breaks, a value is found that shows it; and where it says that a side does not, none is.
 * {@code -Drpcidl.compat.pairs=500} compares more, {@code -Drpcidl.compat.values=100} more values of each,
 * {@code -Drpcidl.compat.seed=7} others.
 */
class CompatibilityProperties {

    private static final int PAIRS = Integer.getInteger("rpcidl.compat.pairs", 40);
    private static final long SEED = Long.getLong("rpcidl.compat.seed", 1);
    private static final int PAIRS_A_TASK = 50;
    private static final int VALUES = Integer.getInteger("rpcidl.compat.values", 40);

    @Test
    void saysWhatCompiledCodeDoes() throws ReflectiveOperationException {
        int broken = 0;
        int fine = 0;
        for (int done = 0; done < PAIRS; done += PAIRS_A_TASK) {
            for (List<Finding> findings : compare(SEED * 1_000_000 + done, Math.min(PAIRS_A_TASK, PAIRS - done))) {
                boolean breaks = findings.stream().anyMatch(finding -> finding.level() == Level.WIRE);
                broken += breaks ? 1 : 0;
                fine += breaks || findings.isEmpty() ? 0 : 1;
            }
        }
        assertThat(broken).as("pairs that don't read each other").isGreaterThan(PAIRS / 8);
        assertThat(fine).as("pairs that read each other").isGreaterThan(PAIRS / 8);
    }

    private static List<List<Finding>> compare(long seed, int pairs) throws ReflectiveOperationException {
        List<Schema> older = new ArrayList<>();
        List<Schema> newer = new ArrayList<>();
        List<GeneratedFile> files = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Random random = new Random(seed + i);
            Schema before = RandomSchemas.of(seed + i, "test.compat.older" + i);
            Schema after = SchemaMutations.of(before, 1 + random.nextInt(2), random, "test.compat.newer" + i);
            if (isLegal(before) && isLegal(after)) {
                older.add(before);
                newer.add(after);
                files.addAll(new JavaBackend().generate(before));
                files.addAll(new JavaBackend().generate(after));
            }
        }
        ClassLoader loader = InMemoryCompiler.compile(files);
        List<List<Finding>> all = new ArrayList<>();
        for (int i = 0; i < older.size(); i++) {
            List<Finding> findings =
                    Compatibility.compare(Describer.describe(older.get(i)), Describer.describe(newer.get(i)));
            Version before = new Version(older.get(i), loader);
            Version after = new Version(newer.get(i), loader);
            assertThat(new Claims(before, after, findings, VALUES, seed + i).violations())
                    .as("pair %d of seed %d: %s", i, seed, findings)
                    .isEmpty();
            all.add(findings);
        }
        return all;
    }

    private static boolean isLegal(Schema schema) {
        Diagnostics diagnostics = new Diagnostics();
        new JavaBackend().check(schema, diagnostics);
        return !diagnostics.hasErrors();
    }
}
