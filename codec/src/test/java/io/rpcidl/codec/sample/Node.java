package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.value.Kind;
import io.rpcidl.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds itself directly and in a list. */
public record Node(int label, @Nullable Node next, List<Node> children) {

    public static final StructCodec<Node> CODEC = new NodeCodec();

    public Node {
        children = Values.list(children, "children");
    }

    private static final class NodeCodec extends StructCodec<Node> {

        private static final Codec<List<Node>> CHILDREN = Codecs.list(Codecs.deferred(() -> CODEC));

        NodeCodec() {
            super("Node", 3);
        }

        @Override
        protected void writeShape(Encoder out, Node value) {
            out.field(1, Kind.INT8);
            if (value.next() != null) {
                out.field(2, Kind.STRUCT);
            }
            out.field(3, Kind.LIST);
        }

        @Override
        protected void writeValues(Encoder out, Node value) {
            out.u8(value.label());
            if (value.next() != null) {
                CODEC.write(out, value.next());
            }
            CHILDREN.write(out, value.children());
        }

        @Override
        protected Node readFields(Decoder in) {
            in.require(1, Kind.INT8, "label");
            int label = in.u8();
            Node next = in.present(2, Kind.STRUCT, "next") ? CODEC.read(in) : null;
            in.require(3, Kind.LIST, "children");
            return new Node(label, next, CHILDREN.read(in));
        }
    }
}
