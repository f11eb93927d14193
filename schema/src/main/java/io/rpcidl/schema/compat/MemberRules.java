package io.rpcidl.schema.compat;

import io.rpcidl.schema.ReservedSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that all numbered members have in common: who is whom, what came, went, moved, or took a number over.
 *
 * @param <T> the members
 */
abstract class MemberRules<T> {

    final Element owner;
    final Changes changes;
    private final Element.Role role;
    private final Kinds kinds;

    MemberRules(Element owner, Element.Role role, Kinds kinds, Changes changes) {
        this.owner = owner;
        this.role = role;
        this.kinds = kinds;
        this.changes = changes;
    }

    /**
     * What the common changes are called for these members.
     *
     * @param renamed null when names mean nothing
     */
    record Kinds(@Nullable ChangeKind renamed, ChangeKind renumbered, ChangeKind replaced) {}

    abstract int number(T member);

    abstract String name(T member);

    /** The member as findings show it. */
    abstract String form(T member);

    /** Whether what has this number now is so different that it can't be what had it before under another name. */
    abstract boolean replaces(T older, T newer);

    /** Compares a member with what it was. */
    abstract void compare(T older, T newer, Element element);

    abstract ChangeKind removed(T member);

    abstract ChangeKind added(T member);

    /** The kind when members that stayed are declared in another order, or null when order means nothing. */
    abstract @Nullable ChangeKind reordered();

    final void compareAll(List<T> older, List<T> newer) {
        Matching<T> matching = Matching.of(older, newer, this::number, this::name);
        for (Matching.Pair<T> pair : matching.same()) {
            same(pair.older(), pair.newer());
        }
        for (Matching.Pair<T> pair : matching.moved()) {
            String before = name(pair.older()) + " (" + number(pair.older()) + ")";
            changes.add(kinds.renumbered(), element(pair.newer()), before, form(pair.newer()));
        }
        Set<T> left = new HashSet<>();
        Set<T> arrived = new HashSet<>();
        matching.moved().forEach(pair -> {
            left.add(pair.older());
            arrived.add(pair.newer());
        });
        for (Matching.Pair<T> pair : matching.taken()) {
            // where both moved, both say so already
            if (!left.contains(pair.older()) || !arrived.contains(pair.newer())) {
                changes.add(kinds.replaced(), element(pair.newer()), form(pair.older()), form(pair.newer()));
            }
        }
        matching.removed().forEach(member -> changes.add(removed(member), element(member), form(member), null));
        matching.added().forEach(member -> changes.add(added(member), element(member), null, form(member)));
        ChangeKind reordered = reordered();
        if (reordered != null && matching.reordered(older, newer)) {
            changes.add(reordered, owner, null, null);
        }
    }

    /** The same for members that can be reserved. */
    final void compareAll(
            List<T> older, List<T> newer, @Nullable ReservedSchema oldReserved, @Nullable ReservedSchema newReserved) {
        compareAll(older, newer);
        Names before = new Names(older, new Reservations(oldReserved));
        Names after = new Names(newer, new Reservations(newReserved));
        for (T member : older) {
            boolean gone = !after.uses(number(member)) && !after.uses(name(member));
            if (gone && !after.reserved.holds(number(member))) {
                changes.add(ChangeKind.NUMBER_NOT_RESERVED, element(member), form(member), null);
            }
            if (gone && !after.reserved.holds(name(member))) {
                changes.add(ChangeKind.NAME_NOT_RESERVED, element(member), form(member), null);
            }
        }
        for (T member : newer) {
            if (before.reserved.holds(number(member))) {
                changes.add(ChangeKind.RESERVED_NUMBER_USED, element(member), "reserved", form(member));
            }
            if (before.reserved.holds(name(member))) {
                changes.add(ChangeKind.RESERVED_NAME_USED, element(member), "reserved", form(member));
            }
        }
        for (String range :
                before.reserved.numbersThat(number -> !after.uses(number) && !after.reserved.holds(number))) {
            changes.add(ChangeKind.RESERVED_NUMBER_RELEASED, owner, "reserved " + range, null);
        }
        for (String name : before.reserved.names()) {
            if (!after.uses(name) && !after.reserved.holds(name)) {
                changes.add(ChangeKind.RESERVED_NAME_RELEASED, owner, "reserved \"" + name + "\"", null);
            }
        }
    }

    private void same(T older, T newer) {
        Element element = element(newer);
        if (!name(older).equals(name(newer))) {
            if (replaces(older, newer)) {
                changes.add(kinds.replaced(), element, form(older), form(newer));
                return;
            }
            ChangeKind renamed = kinds.renamed();
            if (renamed != null) {
                changes.add(renamed, element, name(older), name(newer));
            }
        }
        compare(older, newer, element);
    }

    final Element element(T member) {
        return owner.with(role, name(member), number(member));
    }

    /** What one side uses and reserves. */
    private final class Names {

        private final Set<Integer> numbers = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private final Reservations reserved;

        Names(List<T> members, Reservations reserved) {
            members.forEach(member -> {
                numbers.add(number(member));
                names.add(name(member));
            });
            this.reserved = reserved;
        }

        boolean uses(int number) {
            return numbers.contains(number);
        }

        boolean uses(String name) {
            return names.contains(name);
        }
    }
}
