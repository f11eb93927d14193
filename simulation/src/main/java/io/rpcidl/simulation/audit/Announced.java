package io.rpcidl.simulation.audit;

/** What an end has announced in its HELLO, and the least that it may take before. */
final class Announced {
    private static final int CALLS = 3;
    private static final int REQUEST_OCTETS = 4;
    private static final int STREAM_CREDIT = 5;

    private int calls = 16;
    private long requestOctets = 1 << 20;
    private long streamCredit = 65_536;

    int calls() {
        return calls;
    }

    long requestOctets() {
        return requestOctets;
    }

    long streamCredit() {
        return streamCredit;
    }

    void read(Frame hello) {
        hello.skip(4);
        hello.skip(2 * hello.u8());
        while (hello.has(4)) {
            int id = hello.u16() & 0x7FFF;
            int length = hello.u16();
            if (!hello.has(length)) {
                return;
            }
            switch (id) {
                case CALLS -> calls = hello.u32();
                case REQUEST_OCTETS -> requestOctets = hello.u64();
                case STREAM_CREDIT -> streamCredit = hello.u32() & 0xFFFF_FFFFL;
                default -> hello.skip(length);
            }
        }
    }
}
