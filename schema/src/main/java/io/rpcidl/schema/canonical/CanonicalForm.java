package io.rpcidl.schema.canonical;

import io.rpcidl.schema.DefinitionSchema;
import io.rpcidl.schema.InvalidDescriptorException;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The text of what two peers must agree on: numbers, types, presence and promises, but no names, no documentation and no
 * order of declaration. {@code docs/schema-hash.md} defines it.
 *
 * <p>The descriptor must have been checked with {@link io.rpcidl.schema.SchemaDescriptors#check}.
 */
public final class CanonicalForm {

    /** The first line; another one will begin forms of another version. */
    private static final String HEADER = "rpcidl canonical 1\n";

    private final SchemaIndex index;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> queue = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(HEADER);

    private CanonicalForm(SchemaIndex index) {
        this.index = index;
    }

    /**
     * The form of one definition with all that it reaches.
     *
     * @param name its full name
     * @throws InvalidDescriptorException if nothing has this name, or a constant has
     */
    public static String of(SchemaIndex index, String name) {
        if (index.get(name) instanceof DefinitionSchema.OfConstant) {
            throw new InvalidDescriptorException("the constant '" + name + "' has no canonical form");
        }
        return new CanonicalForm(index).text(List.of(name));
    }

    /** The form of everything that the schema defines. */
    public static String of(SchemaIndex index) {
        TreeSet<String> roots = new TreeSet<>(index.names());
        roots.removeIf(name -> index.get(name) instanceof DefinitionSchema.OfConstant);
        return new CanonicalForm(index).text(roots);
    }

    private String text(Collection<String> roots) {
        TypeForm types = new TypeForm(index, this::number);
        for (String root : roots) {
            text.append("root ").append(root).append(' ');
            types.append(text, new TypeName.Reference(root), null);
            text.append('\n');
        }
        DefinitionForm definitions = new DefinitionForm(types, new DefaultForm(index), text);
        // the queue grows while it is read: what a definition is the first to name comes behind all that was named
        // before
        for (int i = 0; i < queue.size(); i++) {
            definitions.append(i, index.get(queue.get(i)));
        }
        return text.toString();
    }

    /** Numbers definitions in the order in which the text names them. */
    private int number(String name) {
        return numbers.computeIfAbsent(name, unknown -> {
            queue.add(unknown);
            return numbers.size();
        });
    }
}
