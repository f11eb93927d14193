package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.store.KeyRange;
import io.rpcidl.samples.etcd.types.EmptyKey;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.Keys.OfAll;
import io.rpcidl.samples.etcd.types.Keys.OfFrom;
import io.rpcidl.samples.etcd.types.Keys.OfOne;
import io.rpcidl.samples.etcd.types.Keys.OfPrefix;
import io.rpcidl.samples.etcd.types.Keys.OfSpan;
import io.rpcidl.samples.etcd.types.NotSupported;
import io.rpcidl.value.Bytes;

/** Reads which keys a request is about. */
final class KeyRanges {

    private KeyRanges() {}

    static KeyRange of(Keys keys) throws EmptyKey, NotSupported {
        if (keys instanceof OfOne one) {
            return KeyRange.one(octets(one.one()));
        }
        if (keys instanceof OfSpan span) {
            // an empty end is legal: it ends the span before any key
            return KeyRange.span(octets(span.span().from()), span.span().until().value());
        }
        if (keys instanceof OfPrefix prefix) {
            return KeyRange.prefix(octets(prefix.prefix()));
        }
        if (keys instanceof OfFrom from) {
            return KeyRange.startingAt(octets(from.from()));
        }
        if (keys instanceof OfAll) {
            return KeyRange.all();
        }
        throw new NotSupported("keys chosen by " + keys);
    }

    /** The octets of a key, of which there is at least one. */
    static Bytes octets(Key key) throws EmptyKey {
        if (key.value().isEmpty()) {
            throw new EmptyKey();
        }
        return key.value();
    }
}
