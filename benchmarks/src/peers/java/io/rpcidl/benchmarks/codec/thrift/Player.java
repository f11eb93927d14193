package io.rpcidl.benchmarks.codec.thrift;

/** What plays a recording. */
public enum Player {
    JAVA(0),
    FLASH(1);

    private final int value;

    Player(int value) {
        this.value = value;
    }

    public int getValue() {
        return value;
    }

    public static Player findByValue(int value) {
        switch (value) {
            case 0:
                return JAVA;
            case 1:
                return FLASH;
            default:
                return null;
        }
    }
}
