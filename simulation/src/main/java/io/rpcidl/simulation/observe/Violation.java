package io.rpcidl.simulation.observe;

/**
 * An invariant that did not hold.
 *
 * @param invariant its number, {@code V1} to {@code V10}
 * @param text what was expected and what was seen
 */
public record Violation(String invariant, String text) {
    @Override
    public String toString() {
        return invariant + ": " + text;
    }
}
