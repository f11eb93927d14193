package io.rpcidl.simulation.planted;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcChannel;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.simulation.host.Sabotage;
import io.rpcidl.value.Failure;
import io.rpcidl.value.MaybeExecutedException;
import io.rpcidl.value.NotExecutedException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Mistakes of the layers above a connection. */
final class CallBugs {
    private CallBugs() {}

    /** What asynchronous calls are made through instead. */
    private interface AsyncCalls {
        <Q, R> CompletionStage<R> call(MethodDescriptor<Q, R> method, Q parameters, CallOptions options);
    }

    /** A channel whose asynchronous calls are made by {@code calls}. */
    @SuppressWarnings("unchecked") // callAsync is the one generic method that the simulation calls
    private static RpcChannel channel(RpcChannel honest, AsyncCalls calls) {
        return (RpcChannel) Proxy.newProxyInstance(
                RpcChannel.class.getClassLoader(), new Class<?>[] {RpcChannel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("callAsync")) {
                        return calls.call((MethodDescriptor<Object, Object>) arguments[0], arguments[1], (CallOptions)
                                arguments[2]);
                    }
                    try {
                        return method.invoke(honest, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** Cancelling it cancels what it follows. */
    private static class Follower<R> extends CompletableFuture<R> {
        private final CompletionStage<R> followed;

        Follower(CompletionStage<R> followed) {
            this.followed = followed;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return followed.toCompletableFuture().cancel(mayInterruptIfRunning);
        }
    }

    /** Completes like {@code stage}; when it fails, like what {@code instead} makes of the failure. */
    private static <R> CompletionStage<R> onFailure(
            CompletionStage<R> stage, Function<Throwable, CompletionStage<R>> instead) {
        CompletableFuture<R> result = new Follower<>(stage);
        stage.whenComplete((answer, failure) -> {
            if (failure == null) {
                result.complete(answer);
            } else {
                instead.apply(failure).whenComplete((second, secondFailure) -> {
                    if (secondFailure == null) {
                        result.complete(second);
                    } else {
                        result.completeExceptionally(secondFailure);
                    }
                });
            }
        });
        return result;
    }

    /** A call that may have been executed is made again. */
    static final class MaybeRetried implements Sabotage {
        @Override
        public RpcChannel channel(RpcChannel honest) {
            return CallBugs.channel(honest, new AsyncCalls() {
                @Override
                public <Q, R> CompletionStage<R> call(
                        MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
                    return onFailure(
                            honest.callAsync(method, parameters, options),
                            failure -> failure instanceof MaybeExecutedException
                                    ? honest.callAsync(method, parameters, options)
                                    : CompletableFuture.failedFuture(failure));
                }
            });
        }
    }

    /** What was not executed is tried again, and the deadline is forgotten over it. */
    static final class DeadlineLostByRetry implements Sabotage {
        @Override
        public RpcChannel channel(RpcChannel honest) {
            return CallBugs.channel(honest, new AsyncCalls() {
                @Override
                public <Q, R> CompletionStage<R> call(
                        MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
                    return onFailure(
                            honest.callAsync(method, parameters, options),
                            failure -> failure instanceof NotExecutedException
                                    ? honest.callAsync(method, parameters, options.withoutDeadline())
                                    : CompletableFuture.failedFuture(failure));
                }
            });
        }
    }

    /** What may have been executed is reported as not executed. */
    static final class MaybeDenied implements Sabotage {
        @Override
        public RpcChannel channel(RpcChannel honest) {
            return CallBugs.channel(honest, new AsyncCalls() {
                @Override
                public <Q, R> CompletionStage<R> call(
                        MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
                    return onFailure(
                            honest.callAsync(method, parameters, options),
                            failure -> CompletableFuture.failedFuture(
                                    failure instanceof MaybeExecutedException maybe ? denied(maybe) : failure));
                }
            });
        }

        private static RpcException denied(RpcException maybe) {
            Failure failure = maybe.failure();
            return RpcException.of(Failure.of(Outcome.NOT_EXECUTED, failure.code(), failure.phase(), failure.method())
                    .detail(failure.detail())
                    .peer(failure.peer())
                    .callId(failure.callId())
                    .build());
        }
    }

    /** A caller is told twice. */
    static final class CompletedTwice implements Sabotage {
        @Override
        public RpcChannel channel(RpcChannel honest) {
            return CallBugs.channel(honest, new AsyncCalls() {
                @Override
                public <Q, R> CompletionStage<R> call(
                        MethodDescriptor<Q, R> method, Q parameters, CallOptions options) {
                    CompletionStage<R> stage = honest.callAsync(method, parameters, options);
                    CompletableFuture<R> twice = new Twice<>(stage);
                    stage.whenComplete((answer, failure) -> {
                        if (failure == null) {
                            twice.complete(answer);
                        } else {
                            twice.completeExceptionally(failure);
                        }
                    });
                    return twice;
                }
            });
        }

        private static final class Twice<R> extends Follower<R> {
            Twice(CompletionStage<R> followed) {
                super(followed);
            }

            @Override
            public CompletableFuture<R> whenComplete(BiConsumer<? super R, ? super Throwable> action) {
                return super.whenComplete((answer, failure) -> {
                    action.accept(answer, failure);
                    action.accept(answer, failure);
                });
            }
        }
    }

    /** A handler is never run. */
    static final class HandlerLost implements Sabotage {
        private int count;

        @Override
        public Executor handlers(Executor honest) {
            return task -> {
                if (++count % 20 != 0) {
                    honest.execute(task);
                }
            };
        }
    }
}
