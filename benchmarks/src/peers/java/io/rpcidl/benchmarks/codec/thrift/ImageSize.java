package io.rpcidl.benchmarks.codec.thrift;

/** How large a picture is. */
public enum ImageSize {
    SMALL(0),
    LARGE(1);

    private final int value;

    ImageSize(int value) {
        this.value = value;
    }

    public int getValue() {
        return value;
    }

    public static ImageSize findByValue(int value) {
        switch (value) {
            case 0:
                return SMALL;
            case 1:
                return LARGE;
            default:
                return null;
        }
    }
}
