package io.rpcidl.value;

/** A value of an {@code enum}; generated classes implement it. */
public interface EnumValue {

    /** The number on the wire, 0 to 65,535. */
    int number();

    /** The name in the schema, or a name made of the number when this reader's schema does not know the value. */
    String name();
}
