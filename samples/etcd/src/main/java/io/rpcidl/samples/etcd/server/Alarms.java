package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.maintenance.AlarmType;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/** The alarms of the member. Any thread may use them. */
final class Alarms {

    private final ConcurrentSkipListSet<AlarmType> active = new ConcurrentSkipListSet<>();

    /** Those of a type, or all for {@link AlarmType#NONE}, in the order of their numbers. */
    List<AlarmType> active(AlarmType type) {
        return active.stream().filter(alarm -> matches(alarm, type)).toList();
    }

    boolean isActive(AlarmType type) {
        return active.contains(type);
    }

    void activate(AlarmType type) {
        if (!type.equals(AlarmType.NONE)) {
            active.add(type);
        }
    }

    /** Clears those of a type, or all for {@link AlarmType#NONE}, and returns them. */
    List<AlarmType> deactivate(AlarmType type) {
        return active(type).stream().filter(active::remove).toList();
    }

    private static boolean matches(AlarmType alarm, AlarmType type) {
        return type.equals(AlarmType.NONE) || alarm.equals(type);
    }
}
