package io.rpcidl.connection;

import io.rpcidl.frame.Bind;
import io.rpcidl.frame.Bound;
import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.ProtocolViolation;
import io.rpcidl.frame.SchemaHash;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services that the peer has named with BIND, by index (W-5.7). */
final class IncomingBindings {

    private final Core core;
    private final Map<Integer, Binding> byIndex = new HashMap<>();
    private int lastIndex = -1;
    private @Nullable OfferedService last;

    /** A named service, null when this end does not offer it. */
    private record Binding(@Nullable OfferedService service) {}

    IncomingBindings(Core core) {
        this.core = core;
    }

    /** Answers a BIND. */
    void bind(Bind bind) {
        if (byIndex.size() == OutgoingBindings.MOST) {
            throw new ProtocolViolation(Clauses.BIND, "more than " + OutgoingBindings.MOST + " BINDs");
        }
        // An end that accepts no calls offers nothing, whatever its table holds (W-7.1).
        OfferedService service = core.settings.limits().callsInFlight() == 0
                ? null
                : core.settings.services().find(bind.name());
        if (byIndex.putIfAbsent(bind.index(), new Binding(service)) != null) {
            throw new ProtocolViolation(Clauses.BIND, "BIND names the index " + bind.index() + " twice");
        }
        answer(bind, service).write(core.output.writer());
    }

    private static Bound answer(Bind bind, @Nullable OfferedService service) {
        if (service == null) {
            return new Bound(bind.index(), Bound.Verdict.UNKNOWN_SERVICE, SchemaHash.NONE);
        }
        SchemaHash own = service.hash();
        boolean same = own.equals(bind.hash()) && !own.equals(SchemaHash.NONE);
        return new Bound(bind.index(), same ? Bound.Verdict.SAME : Bound.Verdict.UNVERIFIED, own);
    }

    /**
     * The service with this index, null when it is named but not offered.
     *
     * @throws ProtocolViolation when no BIND has named it (W-5.9)
     */
    @Nullable
    OfferedService service(int index) {
        if (index == lastIndex) {
            return last;
        }
        Binding binding = byIndex.get(index);
        if (binding == null) {
            throw new ProtocolViolation(
                    Clauses.SERVICE_INDEX, "CALL for the service index " + index + ", which no BIND has named");
        }
        lastIndex = index;
        last = binding.service();
        return last;
    }
}
