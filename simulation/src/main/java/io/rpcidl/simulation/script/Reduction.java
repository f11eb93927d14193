package io.rpcidl.simulation.script;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is left out of the scenario of a seed, so that the rest is easier to understand.
 *
 * @param faultsOff kinds of trouble that do not happen
 * @param opsOff numbers of operations that are not done
 */
public record Reduction(Set<FaultClass> faultsOff, BitSet opsOff) {
    /** Nothing is left out. */
    public static final Reduction NONE = new Reduction(Set.of(), new BitSet());

    /** Copies what it is given. */
    public Reduction {
        faultsOff = Set.copyOf(faultsOff);
        opsOff = (BitSet) opsOff.clone();
    }

    /** Leaves out one kind of trouble more. */
    public Reduction without(FaultClass kind) {
        EnumSet<FaultClass> off = EnumSet.of(kind);
        off.addAll(faultsOff);
        return new Reduction(off, opsOff);
    }

    /** Leaves out these operations too. */
    public Reduction without(BitSet ops) {
        BitSet off = (BitSet) opsOff.clone();
        off.or(ops);
        return new Reduction(faultsOff, off);
    }

    @Override
    public BitSet opsOff() {
        return (BitSet) opsOff.clone();
    }
}
