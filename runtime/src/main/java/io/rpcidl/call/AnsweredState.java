package io.rpcidl.call;

import io.rpcidl.value.Metadata;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a call that is answered, whichever way it has come. */
abstract class AnsweredState implements AnsweredCall {
    private Metadata metadata = Metadata.EMPTY;
    /** Null for: none. A volatile field that is written for every call would be dear. */
    private volatile @Nullable Metadata answerMetadata;

    private volatile @Nullable Object principal;
    private volatile boolean cancelled;
    private volatile int passed;
    /** Under the lock of this object, like the step to cancelled. */
    private @Nullable List<Runnable> toldOfCancel;

    /** Who the transport says that the caller is; null when it does not know. */
    @Nullable
    Object identity() {
        return null;
    }

    /** An interceptor says who the caller is. */
    void identified(Object who) {}

    /** Encoders for metadata. */
    abstract CodecPool codecs();

    /** Runs what the application has asked to be told, where its handlers run. */
    abstract void runForApplication(Runnable told);

    /** Sets what the caller sent beside its arguments, before anybody asks for it. */
    final void metadata(Metadata sent) {
        metadata = sent;
    }

    final Metadata answerMetadata() {
        Metadata added = answerMetadata;
        return added == null ? Metadata.EMPTY : added;
    }

    @Override
    public final Metadata metadata() {
        return metadata;
    }

    @Override
    public final boolean cancelled() {
        return cancelled;
    }

    @Override
    public final void onCancel(Runnable told) {
        synchronized (this) {
            if (!cancelled) {
                toldOfCancel = toldOfCancel == null ? new ArrayList<>(1) : toldOfCancel;
                toldOfCancel.add(told);
                return;
            }
        }
        told.run();
    }

    /** The call is given up. */
    final void tellOfCancel() {
        List<Runnable> all;
        synchronized (this) {
            cancelled = true;
            all = toldOfCancel;
            toldOfCancel = null;
        }
        if (all != null) {
            all.forEach(this::runForApplication);
        }
    }

    @Override
    public final @Nullable Object principal() {
        Object found = principal;
        return found == null ? identity() : found;
    }

    @Override
    public final void principal(Object who) {
        principal = who;
        identified(who);
    }

    @Override
    public final int passed() {
        return passed;
    }

    @Override
    public final void passed(int count) {
        passed = count;
    }

    @Override
    public final void answerWith(Metadata more) {
        Metadata all = answerMetadata().with(more);
        if (!CallMetadata.fits(CallMetadata.encode(codecs(), all))) {
            throw new IllegalArgumentException("the metadata of an answer takes at most 8192 octets");
        }
        answerMetadata = all;
    }
}
