package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.maintenance.DowngradeInProcess;
import io.rpcidl.samples.etcd.maintenance.InvalidDowngradeTargetVersion;
import io.rpcidl.samples.etcd.maintenance.NoDowngradeInProcess;
import io.rpcidl.samples.etcd.maintenance.WrongDowngradeVersionFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The downgrade that is in process, if one is. Any thread may use it. */
final class Downgrade {

    /** The version whose interface this server offers. */
    static final String SERVER_VERSION = "3.6.0";

    private static final String ALLOWED = "3.5";
    private static final Pattern FORMAT = Pattern.compile("(\\d{1,4}\\.\\d{1,4})(?:\\.\\d{1,4})?");

    private final AtomicReference<@Nullable String> target = new AtomicReference<>();

    /** The version that the cluster shall have, or null. */
    @Nullable
    String target() {
        return target.get();
    }

    void validate(String version)
            throws WrongDowngradeVersionFormat, InvalidDowngradeTargetVersion, DowngradeInProcess {
        Matcher matcher = FORMAT.matcher(version);
        if (!matcher.matches()) {
            throw new WrongDowngradeVersionFormat(version);
        }
        if (!ALLOWED.equals(matcher.group(1))) {
            throw new InvalidDowngradeTargetVersion(ALLOWED);
        }
        String running = target.get();
        if (running != null) {
            throw new DowngradeInProcess(running);
        }
    }

    void enable(String version) throws WrongDowngradeVersionFormat, InvalidDowngradeTargetVersion, DowngradeInProcess {
        validate(version);
        String running = target.compareAndExchange(null, version);
        if (running != null) {
            throw new DowngradeInProcess(running);
        }
    }

    void cancel() throws NoDowngradeInProcess {
        if (target.getAndSet(null) == null) {
            throw new NoDowngradeInProcess();
        }
    }
}
