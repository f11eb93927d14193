package io.rpcidl.samples.etcd.server;

/** A watcher can't be told what has happened, because it does not fit an answer. */
final class TooLargeException extends Exception {

    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
        super(message);
    }
}
