package io.rpcidl.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads one HELLO: magic, versions, then parameters until the payload ends (W-5.2 to W-5.6). */
final class HelloReader {

    private static final int MOST_VERSIONS = 16;
    private static final int REQUEST_BYTES = 4;
    private static final int LAST_LIMIT = 7;
    private static final int COMPRESSION = 8;
    private static final int SESSION = 9;

    private final PayloadReader in;
    private final BitSet seen = new BitSet();
    private final long[] limits;
    private long incarnation;
    private long features;
    private String implementation = "";

    HelloReader(PayloadReader in) {
        this.in = in;
        ConnectionLimits least = ConnectionLimits.MINIMUM;
        limits = new long[] {
            least.largestFrame(),
            least.largestMessage(),
            least.callsInFlight(),
            least.requestBytes(),
            least.streamCredit(),
            least.idleTimeoutMillis(),
            least.pingIntervalMillis()
        };
    }

    Hello read() {
        if (in.remaining() < 4 || in.u32() != Hello.MAGIC) {
            throw new ProtocolViolation(Clauses.HELLO_LAYOUT, "HELLO does not begin with the magic octets");
        }
        List<Integer> versions = versions();
        // What follows may be of another version, so nothing of it is judged before the version is.
        if (!versions.contains(Hello.VERSION)) {
            throw new ProtocolViolation(
                    DrainCode.VERSION_REFUSED,
                    Clauses.VERSIONS,
                    "this end speaks version " + Hello.VERSION + ", the peer " + versions);
        }
        while (in.remaining() > 0) {
            parameter();
        }
        return new Hello(versions, ConnectionLimits.stated(limits), incarnation, features, implementation);
    }

    private List<Integer> versions() {
        int count = in.u8();
        if (count < 1 || count > MOST_VERSIONS) {
            throw new ProtocolViolation(Clauses.HELLO_LAYOUT, "HELLO with " + count + " versions");
        }
        List<Integer> versions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            versions.add(in.u16());
        }
        return versions;
    }

    private void parameter() {
        int stated = in.u16();
        int id = stated & ~Hello.CRITICAL;
        int length = in.u16();
        if (seen.get(id)) {
            throw new ProtocolViolation(Clauses.PARAMETER_TWICE, "HELLO states parameter " + id + " twice");
        }
        seen.set(id);
        if (id >= 1 && id <= LAST_LIMIT) {
            limits[id - 1] = number(id, length, id == REQUEST_BYTES ? 8 : 4);
        } else if (id == Hello.INCARNATION) {
            incarnation = number(id, length, 8);
        } else if (id == Hello.FEATURES) {
            features = number(id, length, 8);
        } else if (id == Hello.IMPLEMENTATION) {
            implementation = text(length);
        } else if (id != COMPRESSION && (stated & Hello.CRITICAL) != 0) {
            String what = id == SESSION ? "sessions are not offered" : "parameter " + id + " is not known";
            throw new ProtocolViolation(DrainCode.INCOMPATIBLE_HELLO, Clauses.CRITICAL_PARAMETER, what);
        } else {
            in.skip(length);
        }
    }

    private long number(int id, int length, int width) {
        if (length != width) {
            throw new ProtocolViolation(
                    Clauses.PARAMETER, "HELLO parameter " + id + " has " + length + " bytes instead of " + width);
        }
        return width == 8 ? in.u64() : Integer.toUnsignedLong(in.u32());
    }

    private String text(int length) {
        if (length > Hello.LONGEST_IMPLEMENTATION) {
            throw new ProtocolViolation(Clauses.PARAMETER, "the implementation name has " + length + " bytes");
        }
        byte[] utf8 = new byte[length];
        for (int i = 0; i < length; i++) {
            utf8[i] = (byte) in.u8();
        }
        return PayloadReader.decode(utf8);
    }
}
