package io.rpcidl.fuzz.connection;

import io.rpcidl.frame.Bind;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.Hello;
import io.rpcidl.frame.SchemaHash;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Octets of peers that keep to the rules: what fuzzing starts from. */
final class Sessions {
    private static final int MORE = FrameHeader.MORE;
    private static final int END = FrameHeader.END;

    private Sessions() {}

    /** HELLO, and BIND of the service with index 0. */
    static byte[] opening() {
        FrameWriter out = new FrameWriter();
        new Hello(List.of(Hello.VERSION), ConnectionLimits.DEFAULT, 0, 0, "fuzz").write(out);
        new Bind(0, SchemaHash.NONE, FuzzedEnd.SERVICE).write(out);
        return octets(out);
    }

    /** What a connecting end may send behind its opening, by name. */
    static Map<String, byte[]> ofConnectingEnds() {
        return Map.of(
                "calls", calls(),
                "streams", streams(),
                "rest", rest());
    }

    /** What an accepting end may answer to the calls of {@link FuzzedEnd}, which have the ids 1, 3, 5, 7 and 9. */
    static Map<String, byte[]> ofAcceptingEnds() {
        FrameWriter out = new FrameWriter();
        frame(out, FrameType.BOUND, 0, 0, "00 01 00000000000000000000000000000000");
        frame(out, FrameType.REPLY, END, 1, "01000000 02000000 00 00");
        frame(out, FrameType.ITEM, 0, 5, "00");
        frame(out, FrameType.ITEM, MORE, 5, "03000000 6161");
        frame(out, FrameType.CREDIT, 0, 7, "00000100");
        frame(out, FrameType.ITEM, 0, 5, "61");
        frame(out, FrameType.REPLY, MORE, 5, "00000000 00000000 00 02000000 01");
        frame(out, FrameType.ITEM, END, 5, "41");
        frame(out, FrameType.ERROR, END, 7, "00000000 00000000 0a 01 00");
        frame(out, FrameType.ERROR, END, 9, "00000000 00000000 34 05 10000000 0102030405060708 00");
        frame(out, FrameType.DRAIN, 0, 0, "09000000 00 00000000 00");
        return Map.of("answers", octets(out));
    }

    private static byte[] calls() {
        FrameWriter out = new FrameWriter();
        frame(out, FrameType.CALL, END, 1, "00000000 00 00 01 00");
        frame(out, FrameType.CALL, END, 3, "40420f00 08 00 02 00");
        frame(out, FrameType.CALL, MORE, 5, "00000000 01 00 02 00 04000000 00");
        frame(out, FrameType.ITEM, MORE, 5, "0000");
        frame(out, FrameType.ITEM, END, 5, "00");
        frame(out, FrameType.CALL, END, 7, "00000000 00 00 01 00");
        frame(out, FrameType.CANCEL, 0, 7, "00");
        return octets(out);
    }

    private static byte[] streams() {
        FrameWriter out = new FrameWriter();
        frame(out, FrameType.CALL, 0, 1, "00000000 30 00 07 00");
        frame(out, FrameType.ITEM, 0, 1, "00");
        frame(out, FrameType.ITEM, MORE, 1, "03000000 61");
        frame(out, FrameType.CREDIT, 0, 1, "00000100");
        frame(out, FrameType.ITEM, 0, 1, "6161");
        frame(out, FrameType.ITEM, END, 1, "");
        frame(out, FrameType.CALL, END, 3, "00000000 10 00 05 00");
        frame(out, FrameType.CANCEL, 0, 3, "01");
        return octets(out);
    }

    private static byte[] rest() {
        FrameWriter out = new FrameWriter();
        frame(out, FrameType.PING, 0, 0, "0102030405060708");
        frame(out, FrameType.EXT, 0, 0, "0040 01");
        frame(out, FrameType.CREDIT, 0, 0, "41000000");
        frame(out, FrameType.BIND, 0, 0, "01 00000000000000000000000000000000 01 75");
        frame(out, FrameType.DRAIN, 0, 0, "00000000 00 00000000 00");
        return octets(out);
    }

    private static void frame(FrameWriter out, FrameType type, int flags, int id, String hex) {
        byte[] payload = HexFormat.of().parseHex(hex.replace(" ", ""));
        out.begin(type, id);
        out.buffer().bytes(payload, 0, payload.length);
        out.finish(flags);
    }

    private static byte[] octets(FrameWriter out) {
        return Arrays.copyOf(out.buffer().bytes(), out.buffer().length());
    }
}
