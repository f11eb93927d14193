package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Texts;
import java.util.Arrays;
import java.util.List;

/** A list of strings, by hand; the list is an array behind the interface. */
final class PrototypeText extends Prototype<List<String>> {

    /** One entry, list; then the list: strings, one after the other. */
    private static final int HEAD = 0x0B_1E_01;

    PrototypeText() {
        super(List.copyOf(Samples.TEXT.paragraphs()));
    }

    @Override
    int write(List<String> paragraphs) {
        byte[] to = buffer;
        I32.set(to, 0, HEAD);
        to[3] = (byte) paragraphs.size();
        int at = 4;
        for (String paragraph : paragraphs) {
            at = writeText(to, at, paragraph);
        }
        return at;
    }

    @Override
    List<String> decode(byte[] message) {
        if (((int) I32.get(message, 0) & 0xFF_FF_FF) != HEAD || message[3] < 0) {
            throw unexpected("list");
        }
        String[] paragraphs = new String[message[3]];
        int at = 4;
        for (int i = 0; i < paragraphs.length; i++) {
            int length = message[at++];
            if (length < 0) {
                length = (length & 0x7F) | (message[at++] << 7);
            }
            paragraphs[i] = text(message, at, length);
            at += length;
        }
        if (at != message.length) {
            throw unexpected("length");
        }
        return Arrays.asList(paragraphs);
    }

    @Override
    Object neutral(List<String> paragraphs) {
        return new Texts(paragraphs);
    }
}
