package io.rpcidl.compiler.diagnostic;

import io.rpcidl.compiler.source.Span;
import java.util.Collection;
import java.util.function.Predicate;

/** Adds to the diagnostic of an unknown name what was most likely meant. */
public final class Suggestions {

    private Suggestions() {}

    /**
     * Asks in the help for the nearest of the candidates; adds the fix that writes it when it is surely meant and fits.
     *
     * @param place of the unknown name alone
     * @param fits whether a candidate would be right in that place
     */
    public static Diagnostic add(
            Diagnostic unknown, Span place, Collection<String> candidates, Predicate<String> fits) {
        return NearestName.of(place.text(), candidates)
                .map(near -> {
                    String name = Quote.of(near.name());
                    Diagnostic asked = unknown.help("did you mean " + name + "?");
                    return near.sure() && fits.test(near.name())
                            ? asked.fix(Fix.replace("write " + name, place, near.name()))
                            : asked;
                })
                .orElse(unknown);
    }
}
