package io.rpcidl.compiler.generate.java;

import java.util.HashSet;
import java.util.Set;

/** The names of the constants of one generated class: none twice, and none that would hide a type. */
final class ConstantNames {

    private final Set<String> hiding;
    private final Set<String> taken;

    /**
     * Names for a class.
     *
     * @param taken by constants that it has in any case
     */
    ConstantNames(JavaTypes types, Set<String> taken) {
        this.hiding = types.shouted();
        this.taken = new HashSet<>(taken);
    }

    /** The name as a constant, with as many suffixes as it takes. */
    String of(String name, String suffix) {
        String free = JavaNames.upperSnake(name);
        while (hiding.contains(free) || !taken.add(free)) {
            free += suffix;
        }
        return free;
    }
}
