package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.connection.ConnectionTimes;
import io.rpcidl.frame.CallHead;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.introspection.AddressSnapshot;
import io.rpcidl.wire.Limits;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/limits.md says: its table has the constants of the code, its example stands in this file. */
@Timeout(60)
class LimitsPageTest extends CallFixture {
    private static final Path PAGE = Path.of("../docs/limits.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| ([^|*]+) \\| (\\d[^|]*) \\| (?:`(\\w+)\\.(\\w+)`|–) \\|", Pattern.MULTILINE);

    LimitsPageTest() {
        super(TransportKind.MEMORY);
    }

    @Test
    void hasTheConstantsOfTheCode() throws Exception {
        Map<String, String> shown = new LinkedHashMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> shown.put(row.group(1), row.group(2)));

        Map<String, String> meant = new LinkedHashMap<>();
        connections(meant);
        calls(meant);
        octets(meant);
        rates(meant);
        assertThat(shown).isEqualTo(meant);
    }

    @Test
    void namesMethodsThatThereAre() throws Exception {
        Map<String, Class<?>> types = Map.of("RpcLimits", RpcLimits.class, "RpcServerBuilder", RpcServerBuilder.class);
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            if (row.group(3) != null) {
                assertThat(types.get(row.group(3)).getMethods())
                        .as(row.group())
                        .anyMatch(method -> method.getName().equals(row.group(4)));
            }
        }
    }

    @Test
    void isCompiledHere() throws Exception {
        PageBlocks.assertCompiledIn(LimitsPageTest.class, "limits.md", 2);
    }

    @Test
    void tellsWhatAClientDoes() throws Exception {
        List<String> log = new ArrayList<>();
        RpcServer server = serve(new Echo() {});
        RpcClient client = connect(server);
        echo(client, HELLO);

        CompletableFuture<Void> told = client.snapshot()
                .thenAccept(now -> {
                    for (AddressSnapshot address : now.addresses()) {
                        log.add(address.address() + " is " + address.state() + ", last failure " + address.failure());
                    }
                    log.add(now.calls().unfinished() + " calls are under way, "
                            + now.calls().withoutConnection() + " of them without a connection, and "
                            + now.retries().budget() + " could be tried again");
                })
                .toCompletableFuture();

        get(told);
        assertThat(log)
                .containsExactly(
                        "127.0.0.1:" + server.port() + " is READY, last failure null",
                        "0 calls are under way, 0 of them without a connection, and 10 could be tried again");
    }

    @Test
    void takesTheLimitsOfTheExample() {
        RpcLimits wide = RpcLimits.DEFAULTS
                .withConnections(20_000)
                .withConnectionsPerAddress(20_000)
                .withLargestMessage(16 << 20)
                .withRequestBytesInFlight(64L << 20);
        RpcServer server = RpcServer.builder()
                .plaintext()
                .transport(transport)
                .add(Echo.service(new Echo() {}))
                .listen("127.0.0.1", 0)
                .limits(wide)
                .memory(256L << 20, 256L << 20)
                .idleTimeout(Duration.ofMinutes(30))
                .start();
        closeLater(server);

        assertThat(echo(connect(server), HELLO)).isEqualTo(HELLO);
    }

    private static void connections(Map<String, String> meant) throws Exception {
        meant.put("connections of a server", count(RpcLimits.DEFAULTS.connections()));
        meant.put("connections of one address", count(RpcLimits.DEFAULTS.connectionsPerAddress()));
        meant.put("connections before HELLO", count(RpcLimits.DEFAULTS.connectionsBeforeHello()));
        meant.put("until HELLO", seconds(ConnectionTimes.DEFAULT.hello()));
        meant.put("until a frame is whole", seconds(ConnectionTimes.DEFAULT.frame()));
        meant.put("without a call", millis(ConnectionLimits.DEFAULT.idleTimeoutMillis()));
        meant.put("silence before a client sends PING", seconds(ConnectionTimes.DEFAULT.keepAlive()));
        meant.put("grace period of a drain", duration("DEFAULT_GRACE_PERIOD"));
        meant.put("until the other side ends too", seconds(ConnectionTimes.DEFAULT.close()));
    }

    private static void calls(Map<String, String> meant) throws Exception {
        meant.put("calls in flight of a connection", count(RpcLimits.DEFAULTS.callsInFlight()));
        meant.put("threads of handlers, in a pool", count(builder("POOL_THREADS")));
        meant.put("threads of handlers, virtual ones", count(builder("MOST_VIRTUAL")));
        meant.put("calls that wait for a thread", count(builder("POOL_QUEUE")));
        meant.put("threads for streams, where none are virtual", count(builder("STREAM_THREADS")));
        meant.put("until a call has a thread", seconds(constant("call.Admission", "OLDEST")));
        meant.put("calls that wait in a client", count(RpcLimits.DEFAULTS.waitingCalls()));
    }

    private static void octets(Map<String, String> meant) throws Exception {
        meant.put("payload of a frame", count(ConnectionLimits.DEFAULT.largestFrame()));
        meant.put("message", count(RpcLimits.DEFAULTS.largestMessage()));
        meant.put("requests in flight of a connection", count(RpcLimits.DEFAULTS.requestBytesInFlight()));
        meant.put("items of all streams of a connection", count(RpcLimits.DEFAULTS.streamBytesInFlight()));
        meant.put("credit of a new stream", count(ConnectionLimits.DEFAULT.streamCredit()));
        meant.put("credit of a fast stream", count(constant("connection.IncomingItems", "LARGEST_WINDOW")));
        meant.put("answers that a peer has not read", count(constant("connection.Output", "HIGH_WATER")));
        meant.put("metadata", count(CallHead.LONGEST_METADATA));
        meant.put("entries of metadata", count(constant("value.Metadata", "MOST_ENTRIES")));
        meant.put("depth", count(Limits.DEFAULTS.depth()));
        meant.put("units", count(Limits.DEFAULTS.units()));
        meant.put("octets on the heap", count(Limits.DEFAULTS.heapBytes()));
    }

    private static void rates(Map<String, String> meant) throws Exception {
        meant.put("CANCEL in 30 seconds", count(constant("connection.Inbound", "CANCELS")));
        meant.put("EXT in 30 seconds", count(constant("connection.Inbound", "EXTENSIONS")));
        meant.put(
                "frames for calls that have ended, in 30 seconds",
                count(constant("connection.Inbound", "USELESS_FRAMES")));
        meant.put("PINGs that come too soon, in a row", count(constant("connection.Liveness", "FORGIVEN_PINGS")));
        meant.put(
                "answers to control frames that are not read", count(constant("connection.Output", "CONTROL_REPLIES")));
        meant.put("lines of the log for what peers do, in a minute", count(constant("call.RateLimitedLog", "LINES")));
        meant.put("failures in a snapshot", count(constant("call.RecentFailures", "MOST")));
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos) + " s";
    }

    private static String millis(long millis) {
        return TimeUnit.MILLISECONDS.toSeconds(millis) + " s";
    }

    private static String duration(String name) throws Exception {
        return ((Duration) field(RpcServerBuilder.class, name)).toSeconds() + " s";
    }

    private static long builder(String name) throws Exception {
        return ((Number) field(RpcServerBuilder.class, name)).longValue();
    }

    private static long constant(String type, String name) throws Exception {
        return ((Number) field(Class.forName("io.rpcidl." + type), name)).longValue();
    }

    private static Object field(Class<?> type, String name) throws Exception {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }
}
