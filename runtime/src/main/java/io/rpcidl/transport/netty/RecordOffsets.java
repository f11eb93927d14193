package io.rpcidl.transport.netty;

/**
 * How many octets of the application the TLS records hold that the socket has taken, to the octet.
 *
 * <p>A record counts when its last octet is taken: before that the peer can read nothing of it. Where one step has made
 * several records, all that is in them counts with the first, because nobody can say which of them holds what.
 */
final class RecordOffsets {
    private static final int FIRST_CAPACITY = 16;

    /** A ring of pairs: the offset behind a record, and how much of the application was in all records up to there. */
    private long[] ends = new long[2 * FIRST_CAPACITY];

    private int first;
    private int count;
    private long written;
    private long plain;
    private long taken;
    private long reached;

    /**
     * A step has made {@code octets} of records out of {@code plainOctets} of the application.
     *
     * @param firstRecord the length of the first of these records
     */
    void wrapped(int plainOctets, int octets, int firstRecord) {
        plain += plainOctets;
        if (plainOctets > 0) {
            add(written + firstRecord, plain);
        }
        written += octets;
    }

    /** The socket has taken {@code total} octets of records; whether more of the application is taken with them. */
    boolean taken(long total) {
        taken = total;
        long before = reached;
        while (count > 0 && ends[2 * first] <= taken) {
            reached = ends[2 * first + 1];
            first = (first + 1) % (ends.length / 2);
            count--;
        }
        return reached > before;
    }

    /** How many octets of the application are in records that the socket has taken. */
    long plainTaken() {
        return reached;
    }

    /** How many octets of records were made. */
    long written() {
        return written;
    }

    private void add(long end, long plainEnd) {
        int capacity = ends.length / 2;
        if (count == capacity) {
            long[] larger = new long[2 * ends.length];
            for (int i = 0; i < count; i++) {
                int from = (first + i) % capacity;
                larger[2 * i] = ends[2 * from];
                larger[2 * i + 1] = ends[2 * from + 1];
            }
            ends = larger;
            first = 0;
            capacity *= 2;
        }
        int at = (first + count) % capacity;
        ends[2 * at] = end;
        ends[2 * at + 1] = plainEnd;
        count++;
    }
}
