package io.rpcidl.samples.etcd.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rpcidl.samples.etcd.kv.Compare;
import io.rpcidl.samples.etcd.kv.CompareResult;
import io.rpcidl.samples.etcd.kv.CompareTarget;
import io.rpcidl.samples.etcd.kv.DeleteRangeRequest;
import io.rpcidl.samples.etcd.kv.PutRequest;
import io.rpcidl.samples.etcd.kv.RangeRequest;
import io.rpcidl.samples.etcd.kv.RequestOp;
import io.rpcidl.samples.etcd.kv.TxnRequest;
import io.rpcidl.samples.etcd.types.Key;
import io.rpcidl.samples.etcd.types.KeySpan;
import io.rpcidl.samples.etcd.types.KeyValue;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.Value;
import io.rpcidl.value.Bytes;
import java.util.List;

/** Requests written short, with text for keys and values. */
final class Requests {

    private Requests() {}

    static Key key(String text) {
        return new Key(Bytes.of(text.getBytes(UTF_8)));
    }

    static Value value(String text) {
        return new Value(Bytes.of(text.getBytes(UTF_8)));
    }

    static String text(Key key) {
        return new String(key.value().toByteArray(), UTF_8);
    }

    static String text(Value value) {
        return new String(value.value().toByteArray(), UTF_8);
    }

    static Keys one(String key) {
        return new Keys.OfOne(key(key));
    }

    static Keys prefix(String prefix) {
        return new Keys.OfPrefix(key(prefix));
    }

    static Keys span(String from, String until) {
        return new Keys.OfSpan(new KeySpan(key(from), key(until)));
    }

    static Keys all() {
        return new Keys.OfAll();
    }

    static PutRequest put(String key, String value) {
        return writing(key, value).build();
    }

    static PutRequest.Builder writing(String key, String value) {
        return PutRequest.builder().key(key(key)).value(value(value));
    }

    static RangeRequest range(Keys keys) {
        return reading(keys).build();
    }

    static RangeRequest.Builder reading(Keys keys) {
        return RangeRequest.builder().keys(keys);
    }

    static DeleteRangeRequest delete(Keys keys) {
        return DeleteRangeRequest.builder().keys(keys).build();
    }

    static TxnRequest does(RequestOp... operations) {
        return new TxnRequest(List.of(), List.of(operations), List.of());
    }

    static TxnRequest when(List<Compare> comparisons, RequestOp operation, RequestOp otherwise) {
        return new TxnRequest(comparisons, List.of(operation), List.of(otherwise));
    }

    static Compare compare(Keys keys, CompareResult result, CompareTarget target) {
        return new Compare(keys, result, target);
    }

    static RequestOp operation(PutRequest put) {
        return new RequestOp.OfPut(put);
    }

    static RequestOp operation(RangeRequest range) {
        return new RequestOp.OfRange(range);
    }

    static RequestOp operation(DeleteRangeRequest delete) {
        return new RequestOp.OfDeleteRange(delete);
    }

    static RequestOp operation(TxnRequest txn) {
        return new RequestOp.OfTxn(txn);
    }

    /** Key and value, as {@code a=1}. */
    static String show(KeyValue kv) {
        return text(kv.key()) + "=" + text(kv.value());
    }

    static List<String> show(List<KeyValue> kvs) {
        return kvs.stream().map(Requests::show).toList();
    }
}
