package io.rpcidl.codec.sample;

import io.rpcidl.codec.Codec;
import io.rpcidl.codec.Codecs;
import io.rpcidl.value.EnumValue;

/** An open enum. */
public record OrderState(int number) implements EnumValue, Comparable<OrderState> {

    public static final OrderState PLACED = new OrderState(1);
    public static final OrderState PAID = new OrderState(2);
    public static final Codec<OrderState> CODEC = Codecs.enumeration(OrderState::of);

    public static OrderState of(int number) {
        return number == 1 ? PLACED : number == 2 ? PAID : new OrderState(number);
    }

    @Override
    public String name() {
        return number == 1 ? "PLACED" : number == 2 ? "PAID" : "UNKNOWN_" + number;
    }

    @Override
    public int compareTo(OrderState other) {
        return Integer.compare(number, other.number);
    }
}
