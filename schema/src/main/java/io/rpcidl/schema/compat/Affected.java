package io.rpcidl.schema.compat;

/**
 * Whose programs notice a change while both schemas are in use. An <em>old</em> program is one generated from the older
 * schema that meets what a new one wrote, calls or serves; a <em>new</em> program the other way round.
 */
public enum Affected {
    /** Nobody while running. */
    NOBODY("nobody while running"),
    /** Old programs that meet new ones. */
    OLD("old programs"),
    /** New programs that meet old ones. */
    NEW("new programs"),
    /** Both, whoever of them reads. */
    BOTH("both"),
    /** Programs that are older than the older schema of the comparison. */
    EARLIER("programs from before the older schema");

    private final String words;

    Affected(String words) {
        this.words = words;
    }

    /** As the rule table says it. */
    public String words() {
        return words;
    }

    /** Whether old programs are among them. */
    public boolean old() {
        return this == OLD || this == BOTH;
    }

    /** Whether new programs are among them. */
    public boolean young() {
        return this == NEW || this == BOTH;
    }
}
