package io.rpcidl.json;

import io.rpcidl.codec.Decoder;
import io.rpcidl.codec.Encoder;
import io.rpcidl.codec.UnionCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the compiler would generate for a union, for one whose descriptor is known only now. */
final class UnionValueCodec extends UnionCodec<UnionValue> {

    private final Map<Integer, UnionVariant> byNumber = new HashMap<>();

    UnionValueCodec(String name) {
        super(name);
    }

    void link(List<UnionVariant> variants) {
        variants.forEach(variant -> byNumber.put(variant.number(), variant));
    }

    @Override
    protected void writeVariant(Encoder out, UnionValue value) {
        UnionVariant variant = value.variant();
        if (variant == null) {
            out.unknownVariant(value.unknown());
            return;
        }
        Form<Object> form = variant.form();
        if (form == null) {
            out.emptyVariant(variant.number());
        } else {
            form.codec().write(out.variant(variant.number(), form.kind()), value.value());
        }
    }

    @Override
    protected UnionValue readVariant(Decoder in, int number) {
        UnionVariant variant = byNumber.get(number);
        if (variant == null) {
            return UnionValue.unknown(in.unknownVariant());
        }
        Form<Object> form = variant.form();
        return form == null
                ? in.emptyVariant(variant.name(), UnionValue.empty(variant))
                : UnionValue.of(variant, form.codec().read(in.expect(form.kind(), variant.name())));
    }
}
