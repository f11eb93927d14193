package io.rpcidl.processes.network;

import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.child.Commands;
import java.util.List;
import java.util.Optional;

/** A network of its own for a process and its children; it is gone with the last of them. */
public final class Namespace {
    /** A user namespace of its own gives an ordinary user the right to it; without one only root has it. */
    private static final List<List<String>> WAYS = List.of(List.of("unshare", "-rn"), List.of("unshare", "-n"));

    private static final List<List<String>> TOOLS =
            List.of(List.of("ip", "-V"), List.of("tc", "-V"), List.of("ss", "-V"), List.of("nft", "-v"));

    private Namespace() {}

    /** Why there can't be one here, empty when there can. */
    public static Optional<String> missing() {
        if (way().isEmpty()) {
            return Optional.of("this machine allows no network namespaces (unshare -rn)");
        }
        return TOOLS.stream()
                .filter(tool -> Commands.run(tool.toArray(new String[0])).code() != 0)
                .map(tool -> "there is no program " + tool.get(0) + "; install iproute2 and nftables")
                .findFirst();
    }

    /** Starts a JVM in a network of its own. */
    static Child start(Class<?> main, List<String> arguments) {
        List<String> way =
                way().orElseThrow(() -> new IllegalStateException(missing().orElse("")));
        return Child.jvm(way, List.of("-Xmx256m"), main, arguments);
    }

    private static Optional<List<String>> way() {
        return WAYS.stream()
                .filter(way -> Commands.run(way.get(0), way.get(1), "true").code() == 0)
                .findFirst();
    }
}
