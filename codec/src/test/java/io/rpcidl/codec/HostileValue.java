package io.rpcidl.codec;

/**
 * A value that must be refused wherever it stands.
 *
 * @param row of the catalogue of hostile inputs, and what is wrong
 * @param codec of the type that it claims to be
 * @param octets in hexadecimal
 * @param clause that it violates
 * @param schema whether only a reader that knows the type can tell (W-3.7)
 */
record HostileValue(String row, Codec<?> codec, String octets, String clause, boolean schema) {

    static HostileValue of(String row, Codec<?> codec, String octets, String clause) {
        return new HostileValue(row, codec, octets, clause, false);
    }

    /** Refused by readers that know the type, skipped by others. */
    static HostileValue toItsReader(String row, Codec<?> codec, String octets, String clause) {
        return new HostileValue(row, codec, octets, clause, true);
    }

    @Override
    public String toString() {
        return row;
    }
}
