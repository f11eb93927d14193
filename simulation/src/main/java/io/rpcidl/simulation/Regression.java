package io.rpcidl.simulation;

import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.script.Reduction;
import io.rpcidl.simulation.script.Scenario;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scenario that has failed once, as a file of properties: {@code seed}, {@code faults-off} and {@code ops-off} (what is
 * left out, separated by spaces), and {@code broke}, which invariant it was and why.
 */
public final class Regression {
    private static final String SEED = "seed";
    private static final String FAULTS_OFF = "faults-off";
    private static final String OPS_OFF = "ops-off";

    private Regression() {}

    /** The text of the file for a run that has failed. */
    public static String text(Run failure) {
        Scenario scenario = failure.scenario();
        Reduction reduction = scenario.reduction();
        String faults = reduction.faultsOff().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
        String ops = reduction.opsOff().stream().mapToObj(Integer::toString).collect(Collectors.joining(" "));
        String broke = String.valueOf(failure.violation()).replace('\\', '/').replace('\n', ' ');
        return SEED + "=" + scenario.seed() + "\n" + FAULTS_OFF + "=" + faults + "\n" + OPS_OFF + "=" + ops + "\nbroke="
                + broke + "\n";
    }

    /**
     * The scenario of a file.
     *
     * @throws IOException when the file can't be read or is not such a file; the message names it
     */
    public static Scenario read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            long seed = Long.parseLong(properties.getProperty(SEED, ""));
            Set<FaultClass> faults = EnumSet.noneOf(FaultClass.class);
            for (String name : words(properties, FAULTS_OFF)) {
                faults.add(FaultClass.valueOf(name));
            }
            BitSet ops = new BitSet();
            for (String number : words(properties, OPS_OFF)) {
                ops.set(Integer.parseInt(number));
            }
            return Scenario.of(seed, new Reduction(faults, ops));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new IOException(
                    file + " is no regression file: it needs 'seed=<number>', and may have 'faults-off' and 'ops-off'",
                    malformed);
        }
    }

    private static String[] words(Properties properties, String key) {
        String value = properties.getProperty(key, "").trim();
        return value.isEmpty() ? new String[0] : value.split("\\s+", -1);
    }
}
