package io.rpcidl.schema.compat;

import org.jspecify.annotations.Nullable;

/**
 * What a finding is about, by its names in the newer schema, or in the older one when it is gone.
 *
 * @param definition the name of the definition in full, or of the package
 * @param member a field, value, variant or method of the definition, or null when it is the definition itself
 * @param part a part of the method that {@code member} is, or null
 */
public record Element(
        String definition,
        @Nullable Member member,
        @Nullable Member part) implements Comparable<Element> {

    /** What a member is. */
    public enum Role {
        FIELD,
        VARIANT,
        VALUE,
        METHOD,
        PARAMETER,
        /** The stream that a caller sends; it has no number. */
        UPLOAD,
        RESULT,
        RAISED
    }

    /**
     * A numbered part of a definition or of a method.
     *
     * @param number 0 for what has none: results and streams
     */
    public record Member(Role role, String name, int number) {

        private String text() {
            return switch (role) {
                case RESULT -> " result";
                case UPLOAD -> "." + name;
                case RAISED -> " throws " + name + " (" + number + ")";
                default -> "." + name + " (" + number + ")";
            };
        }
    }

    /** A definition or a package. */
    static Element of(String definition) {
        return new Element(definition, null, null);
    }

    /** A member of this definition, or a part of this method. */
    Element with(Role role, String name, int number) {
        Member added = new Member(role, name, number);
        return member == null ? new Element(definition, added, null) : new Element(definition, member, added);
    }

    /** As messages name it: {@code shop.orders.v1.Order.lines (2)}. */
    public String text() {
        return definition + (member == null ? "" : member.text()) + (part == null ? "" : part.text());
    }

    /** By definition, then by the order of roles and numbers. */
    @Override
    public int compareTo(Element other) {
        int byDefinition = definition.compareTo(other.definition);
        if (byDefinition != 0) {
            return byDefinition;
        }
        int byMember = compare(member, other.member);
        return byMember != 0 ? byMember : compare(part, other.part);
    }

    private static int compare(@Nullable Member one, @Nullable Member other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        int byRole = one.role.compareTo(other.role);
        int byNumber = byRole != 0 ? byRole : Integer.compare(one.number, other.number);
        return byNumber != 0 ? byNumber : one.name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return text();
    }
}
