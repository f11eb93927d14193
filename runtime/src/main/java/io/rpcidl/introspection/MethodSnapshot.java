package io.rpcidl.introspection;

import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What has become of the calls of one method since the server was built.
 *
 * @param service the full name of the service
 * @param method the name of the method
 * @param arrived calls whose request was whole and went to a handler's thread
 * @param succeeded calls that were answered with a result
 * @param declared calls that were answered with a declared error
 * @param failed calls that ended otherwise, executed or not, by what their callers were told
 * @param queueTime of all calls together, from the last octet of a request until its handler
 * @param handlerTime of all calls together, from there until the answer
 */
public record MethodSnapshot(
        String service,
        String method,
        long arrived,
        long succeeded,
        long declared,
        Map<RpcCode, Long> failed,
        Duration queueTime,
        Duration handlerTime) {
    /** Copies the map. */
    public MethodSnapshot {
        Map<RpcCode, Long> sorted = new EnumMap<>(RpcCode.class);
        sorted.putAll(failed);
        failed = Collections.unmodifiableMap(sorted);
    }

    /** Calls that have not ended. */
    public long inFlight() {
        long ended = succeeded + declared;
        for (long count : failed.values()) {
            ended += count;
        }
        return Math.max(0, arrived - ended);
    }
}
