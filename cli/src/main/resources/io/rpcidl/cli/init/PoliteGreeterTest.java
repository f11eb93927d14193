package {{package}}.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import {{package}}.Greeter;
import {{package}}.GreeterClient;
import {{package}}.Nobody;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls the greeter over a connection, as any client does. */
class PoliteGreeterTest {

    private static final String LOOPBACK = "127.0.0.1";

    private RpcServer server;
    private RpcClient client;
    private Greeter greeter;

    @BeforeEach
    void connect() {
        server = RpcServer.builder()
                .plaintext()
                .add(Greeter.service(new PoliteGreeter()))
                .listen(LOOPBACK, 0)
                .start();
        client = RpcClient.builder().target(LOOPBACK + ":" + server.port()).plaintext().build();
        greeter = new GreeterClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void greetsByName() throws Nobody {
        assertEquals("Good day, Ada!", greeter.greet("Ada"));
    }

    @Test
    void findsNobodyWithoutAName() {
        Nobody error = assertThrows(Nobody.class, () -> greeter.greet(" "));

        assertEquals(" ", error.name());
    }
}
