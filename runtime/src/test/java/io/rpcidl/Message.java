package io.rpcidl;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.Shape;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import java.util.Objects;

/** What the test service takes and gives, written by hand as the compiler would write it. */
record Message(String text, long number) {
    Message {
        Objects.requireNonNull(text, "text");
    }

    static StructCodec<Message> codec() {
        return MessageCodec.INSTANCE;
    }

    private static final class MessageCodec extends StructCodec<Message> {
        static final MessageCodec INSTANCE = new MessageCodec();

        private MessageCodec() {
            super(
                    "Message",
                    Shape.builder().field(1, Kind.STRING).field(2, Kind.INT64).build());
        }

        @Override
        protected void writeValues(Encoder out, Message value) {
            out.string(value.text());
            out.i64(value.number());
        }

        @Override
        protected Message readValues(Decoder in) {
            String text = in.string();
            long number = in.i64();
            return new Message(text, number);
        }

        @Override
        protected Message readFields(Decoder in) {
            in.require(1, Kind.STRING, "text");
            String text = in.string();
            in.require(2, Kind.INT64, "number");
            long number = in.i64();
            return new Message(text, number);
        }
    }
}
