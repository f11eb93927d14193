package io.rpcidl.call;

import org.jspecify.annotations.Nullable;

/** A handler has pulled an item of its caller that can't be decoded. */
final class BadItemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String detail;

    BadItemException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.detail = detail;
    }

    /** What the caller may know of it. */
    String detail() {
        return detail;
    }
}
