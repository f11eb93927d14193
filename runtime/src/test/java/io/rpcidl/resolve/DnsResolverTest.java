package io.rpcidl.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rpcidl.transport.Endpoint;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DnsResolverTest {
    private static final Endpoint ORDERS = new Endpoint("orders.internal", 7400);

    private final Queue<Runnable> lookups = new ArrayDeque<>();
    private final List<List<Endpoint>> told = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Resolver.Listener listener = new Resolver.Listener() {
        @Override
        public void resolved(List<Endpoint> addresses) {
            told.add(addresses);
        }

        @Override
        public void failed(Throwable cause) {
            failures.add(cause);
        }
    };

    private static InetAddress v4(int last) {
        return address(new byte[] {10, 0, 0, (byte) last});
    }

    private static InetAddress v6(int last) {
        byte[] octets = new byte[16];
        octets[0] = 0x20;
        octets[15] = (byte) last;
        return address(octets);
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void look() {
        lookups.remove().run();
    }

    @Test
    void takesBothKindsOfAddressesInTurnAndKeepsTheName() {
        List<InetAddress> found = List.of(v6(1), v6(2), v6(3), v4(1), v4(2));
        Resolver resolver = DnsResolver.of(ORDERS, host -> found, lookups::add);

        resolver.watch(listener);
        look();

        assertThat(told)
                .containsExactly(List.of(
                        ORDERS.at(v6(1)), ORDERS.at(v4(1)), ORDERS.at(v6(2)), ORDERS.at(v4(2)), ORDERS.at(v6(3))));
        assertThat(resolver.target()).isEqualTo("orders.internal:7400");
        assertThat(resolver.freshFor()).isPositive();
    }

    @Test
    void looksAgainWhenItIsToldToOneAtATime() {
        List<InetAddress> found = new ArrayList<>(List.of(v4(1)));
        Resolver.Watch watch =
                DnsResolver.of(ORDERS, host -> found, lookups::add).watch(listener);
        watch.refresh();
        watch.refresh();
        assertThat(lookups).hasSize(1);
        look();
        found.set(0, v4(2));

        watch.refresh();
        look();

        assertThat(told).containsExactly(List.of(ORDERS.at(v4(1))), List.of(ORDERS.at(v4(2))));
    }

    @Test
    void saysThatAHostIsNotKnownAndLooksAgain() {
        Resolver.Watch watch = DnsResolver.of(
                        ORDERS,
                        host -> {
                            throw new UnknownHostException(host);
                        },
                        lookups::add)
                .watch(listener);
        look();
        watch.refresh();
        look();

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessage("no address is known for host orders.internal"));
    }

    @Test
    void survivesALookupThatFailsInAnotherWayAndAnExecutorThatIsFull() {
        Resolver.Watch watch = DnsResolver.of(
                        ORDERS,
                        host -> {
                            throw new IllegalStateException("planted");
                        },
                        lookups::add)
                .watch(listener);
        look();
        watch.refresh();
        assertThat(lookups).hasSize(1);

        DnsResolver.of(ORDERS, host -> List.of(), task -> {
                    throw new RejectedExecutionException("full");
                })
                .watch(listener);

        assertThat(failures).extracting(Throwable::getMessage).containsExactly("planted", "full");
    }

    @Test
    void saysNothingWhenItsWatchIsClosed() {
        Resolver.Watch watch =
                DnsResolver.of(ORDERS, host -> List.of(v4(1)), lookups::add).watch(listener);

        watch.close();
        look();
        watch.refresh();

        assertThat(told).isEmpty();
        assertThat(lookups).isEmpty();
    }

    @Test
    void tellsOfNothingWhenNothingWasFound() {
        DnsResolver.of(ORDERS, host -> List.of(), lookups::add).watch(listener);
        look();

        assertThat(told).containsExactly(List.of());
    }

    @Test
    void findsTheMachineItselfByTheResolverOfTheJdk() throws Exception {
        CompletableFuture<List<Endpoint>> found = new CompletableFuture<>();
        DnsResolver.of(new Endpoint("localhost", 1)).watch(new Resolver.Listener() {
            @Override
            public void resolved(List<Endpoint> addresses) {
                found.complete(addresses);
            }

            @Override
            public void failed(Throwable cause) {
                found.completeExceptionally(cause);
            }
        });

        assertThat(found.get(30, TimeUnit.SECONDS)).allSatisfy(endpoint -> {
            assertThat(endpoint.host()).isEqualTo("localhost");
            assertThat(endpoint.address().isLoopbackAddress()).isTrue();
        });
    }

    @Test
    void aListHasAtLeastOneAddressAndNotTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> Resolver.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Resolver.of(Collections.nCopies(1_001, ORDERS)));
        Resolver.of(List.of(ORDERS)).watch(listener).close();
        assertThat(told).containsExactly(List.of(ORDERS));
        assertThat(Resolver.of(List.of(ORDERS)).freshFor()).isZero();
    }
}
