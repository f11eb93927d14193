package io.rpcidl.samples.etcd.server;

import io.rpcidl.samples.etcd.types.Event;
import io.rpcidl.samples.etcd.types.Keys;
import io.rpcidl.samples.etcd.types.Revision;
import io.rpcidl.samples.etcd.watch.WatchCancelRequest;
import io.rpcidl.samples.etcd.watch.WatchCreateRequest;
import io.rpcidl.samples.etcd.watch.WatchId;
import io.rpcidl.samples.etcd.watch.WatchRequest;
import io.rpcidl.samples.etcd.watch.WatchResponse;
import io.rpcidl.samples.etcd.watch.WatchResponse.OfCanceled;
import io.rpcidl.samples.etcd.watch.WatchResponse.OfCreated;
import io.rpcidl.samples.etcd.watch.WatchResponse.OfEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A client of a watch handler, without a wire: it asks for as many answers as a test wants, and shows them as text. */
final class WatchClientStream implements Flow.Subscriber<WatchResponse> {

    private final Deque<WatchRequest> requests = new ArrayDeque<>();
    private final List<WatchResponse> answers = new ArrayList<>();
    private Flow.@Nullable Subscriber<? super WatchRequest> server;
    private Flow.@Nullable Subscription answering;
    private long wanted;
    boolean requestsCancelled;
    boolean completed;

    @Nullable
    Throwable failure;

    /** Opens a stream that has room for so many answers. */
    static WatchClientStream open(TestMember member, long room) {
        WatchClientStream client = new WatchClientStream();
        member.watch.watch(client::serve).subscribe(client);
        client.room(room);
        return client;
    }

    static WatchCreateRequest.Builder creating(Keys keys) {
        return WatchCreateRequest.builder().keys(keys);
    }

    void create(WatchCreateRequest.Builder request) {
        send(new WatchRequest.OfCreate(request.build()));
    }

    void create(Keys keys, long startRevision) {
        create(creating(keys).startRevision(new Revision(startRevision)));
    }

    void cancel(long id) {
        send(new WatchRequest.OfCancel(new WatchCancelRequest(new WatchId(id))));
    }

    void askProgress() {
        send(new WatchRequest.OfProgress());
    }

    void send(WatchRequest request) {
        requests.add(request);
        pump();
    }

    void room(long count) {
        answering.request(count);
    }

    void leave() {
        answering.cancel();
    }

    void endRequests() {
        server.onComplete();
    }

    void failRequests(Throwable thrown) {
        server.onError(thrown);
    }

    /** The answers since the last look, shown as text. */
    List<String> shown() {
        List<String> shown = answers.stream().map(WatchClientStream::show).toList();
        answers.clear();
        return shown;
    }

    List<WatchResponse> answers() {
        return answers;
    }

    private void serve(Flow.Subscriber<? super WatchRequest> subscriber) {
        server = subscriber;
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                wanted += count;
                pump();
            }

            @Override
            public void cancel() {
                requestsCancelled = true;
            }
        });
    }

    private void pump() {
        while (wanted > 0 && !requests.isEmpty()) {
            wanted--;
            server.onNext(requests.remove());
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        answering = subscription;
    }

    @Override
    public void onNext(WatchResponse answer) {
        answers.add(answer);
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
    }

    @Override
    public void onComplete() {
        completed = true;
    }

    private static String show(WatchResponse answer) {
        if (answer instanceof OfCreated created) {
            return "created " + created.created().watchId().value();
        }
        if (answer instanceof OfEvents events) {
            StringBuilder text =
                    new StringBuilder("events " + events.events().watchId().value() + ":");
            events.events().events().forEach(event -> text.append(' ').append(show(event)));
            return text.append(events.events().fragment() ? " ..." : "").toString();
        }
        if (answer instanceof OfCanceled canceled) {
            Revision compact = canceled.canceled().compactRevision();
            return "canceled " + canceled.canceled().watchId().value()
                    + (compact == null ? "" : " compacted " + compact.value())
                    + (canceled.canceled().reason().isEmpty()
                            ? ""
                            : ": " + canceled.canceled().reason());
        }
        WatchResponse.OfProgress progress = (WatchResponse.OfProgress) answer;
        WatchId id = progress.progress().watchId();
        return "progress " + (id == null ? "all" : id.value()) + " @"
                + progress.progress().header().revision().value();
    }

    private static String show(Event event) {
        if (event instanceof Event.OfPut put) {
            return Requests.show(put.put().current()) + "@"
                    + put.put().current().modRevision().value()
                    + (put.put().previous() == null
                            ? ""
                            : "<" + Requests.text(put.put().previous().value()));
        }
        Event.OfDeleted deleted = (Event.OfDeleted) event;
        return "-" + Requests.text(deleted.deleted().key()) + "@"
                + deleted.deleted().modRevision().value()
                + (deleted.deleted().previous() == null
                        ? ""
                        : "<" + Requests.text(deleted.deleted().previous().value()));
    }
}
