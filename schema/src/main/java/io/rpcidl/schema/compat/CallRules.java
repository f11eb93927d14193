package io.rpcidl.schema.compat;

import io.rpcidl.schema.DeadlineSchema;
import io.rpcidl.schema.MethodModifier;
import io.rpcidl.schema.MethodSchema;
import io.rpcidl.schema.ResultSchema;
import io.rpcidl.schema.StreamSchema;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a call is, beside its parameters and errors: the promise, the deadline, the streams and the result. */
final class CallRules {

    private final Element method;
    private final Changes changes;

    private CallRules(Element method, Changes changes) {
        this.method = method;
        this.changes = changes;
    }

    static void compare(MethodSchema older, MethodSchema newer, Element method, Changes changes) {
        CallRules rules = new CallRules(method, changes);
        rules.promise(older.modifier(), newer.modifier());
        rules.deadline(older.deadline(), newer.deadline());
        rules.upload(older.upload(), newer.upload());
        rules.result(older.result(), newer.result());
    }

    private void promise(MethodModifier older, MethodModifier newer) {
        ChangeKind kind = promiseKind(older.known(), newer.known());
        if (kind != null) {
            changes.add(
                    kind,
                    method,
                    older.name().toLowerCase(Locale.ROOT),
                    newer.name().toLowerCase(Locale.ROOT));
        }
    }

    private static @Nullable ChangeKind promiseKind(MethodModifier.Known older, MethodModifier.Known newer) {
        if (older == newer) {
            return null;
        }
        if (newer == MethodModifier.Known.ONEWAY || older == MethodModifier.Known.ONEWAY) {
            return newer == MethodModifier.Known.ONEWAY ? ChangeKind.ONEWAY_GAINED : ChangeKind.ONEWAY_LOST;
        }
        if (older == MethodModifier.Known.READONLY) {
            return ChangeKind.READONLY_LOST;
        }
        if (newer == MethodModifier.Known.READONLY) {
            return ChangeKind.READONLY_GAINED;
        }
        return older == MethodModifier.Known.IDEMPOTENT ? ChangeKind.IDEMPOTENT_LOST : ChangeKind.IDEMPOTENT_GAINED;
    }

    private void deadline(@Nullable DeadlineSchema older, @Nullable DeadlineSchema newer) {
        if (Objects.equals(older, newer)) {
            return;
        }
        ChangeKind kind = ChangeKind.DEADLINE_LENGTHENED;
        if (older == null) {
            kind = ChangeKind.DEADLINE_STATED;
        } else if (newer == null) {
            kind = ChangeKind.DEADLINE_NOT_STATED;
        } else if (newer instanceof DeadlineSchema.OfAfter after && isLonger(older, after.after())) {
            kind = ChangeKind.DEADLINE_SHORTENED;
        }
        changes.add(kind, method, text(older), text(newer));
    }

    private static boolean isLonger(DeadlineSchema deadline, Duration than) {
        return !(deadline instanceof DeadlineSchema.OfAfter stated)
                || stated.after().compareTo(than) > 0;
    }

    private static @Nullable String text(@Nullable DeadlineSchema deadline) {
        if (deadline == null) {
            return null;
        }
        return deadline instanceof DeadlineSchema.OfAfter stated
                ? "@deadline(" + stated.after().toString() + ")"
                : "@deadline(none)";
    }

    private void upload(@Nullable StreamSchema older, @Nullable StreamSchema newer) {
        if (older == null && newer != null) {
            changes.add(ChangeKind.UPLOAD_ADDED, method, null, "stream<" + newer.type() + ">");
        } else if (older != null && newer == null) {
            changes.add(ChangeKind.UPLOAD_REMOVED, method, "stream<" + older.type() + ">", null);
        } else if (older != null && newer != null) {
            Element stream = method.with(Element.Role.UPLOAD, newer.name(), 0);
            TypeRules.report(older.type(), newer.type(), stream, changes);
            if (!older.name().equals(newer.name())) {
                changes.add(ChangeKind.PARAMETER_RENAMED, stream, older.name(), newer.name());
            }
        }
    }

    private void result(ResultSchema older, ResultSchema newer) {
        String before = older.type();
        String after = newer.type();
        Element result = method.with(Element.Role.RESULT, "result", 0);
        if (older.stream() != newer.stream()) {
            ChangeKind kind = newer.stream() ? ChangeKind.RESULT_STREAM_ADDED : ChangeKind.RESULT_STREAM_REMOVED;
            changes.add(kind, result, form(older), form(newer));
        } else if (before == null || after == null) {
            ChangeKind kind = voidKind(older, newer);
            if (kind != null) {
                changes.add(kind, result, form(older), form(newer));
            }
        } else {
            TypeRules.report(before, after, result, changes);
            if (older.optional() != newer.optional()) {
                ChangeKind kind = newer.optional() ? ChangeKind.RESULT_MADE_OPTIONAL : ChangeKind.RESULT_MADE_REQUIRED;
                changes.add(kind, result, form(older), form(newer));
            }
        }
    }

    private static @Nullable ChangeKind voidKind(ResultSchema older, ResultSchema newer) {
        if (older.type() == null && newer.type() == null) {
            return null;
        }
        if (older.type() == null) {
            return newer.optional() ? ChangeKind.OPTIONAL_RESULT_ADDED : ChangeKind.RESULT_ADDED;
        }
        return older.optional() ? ChangeKind.OPTIONAL_RESULT_REMOVED : ChangeKind.RESULT_REMOVED;
    }

    private static String form(ResultSchema result) {
        String type = result.type();
        if (type == null) {
            return "void";
        }
        return result.stream() ? "stream<" + type + ">" : type + (result.optional() ? "?" : "");
    }
}
