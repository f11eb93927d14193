package io.rpcidl.json;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Escapes characters that can't be seen or that change the direction of writing, so that a log shows what is there. */
final class InvisibleEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = standardAsciiEscapesForJSON();
        escapes[DELETE] = ESCAPE_STANDARD;
        return escapes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return visible(character)
                ? null
                : new SerializedString("\\u" + HexFormat.of().toHexDigits((char) character));
    }

    /** A list of our own: what the JDK says changes with its version, and the text must not. */
    private static boolean visible(int character) {
        return character > 0x9F
                && character != 0xAD
                && character != 0x61C
                && character != 0x180E
                && (character < 0x200B || character > 0x200F)
                && (character < 0x2028 || character > 0x202E)
                && (character < 0x2060 || character > 0x206F)
                && character != 0xFEFF
                && (character < 0xFFF9 || character > 0xFFFB);
    }
}
