package io.rpcidl.testing;

import io.rpcidl.RpcChannel;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcClientBuilder;
import io.rpcidl.RpcServer;
import io.rpcidl.RpcServerBuilder;
import io.rpcidl.ServiceBinding;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a server and a client of its own, in this process and in memory, and fails a test that leaves something
 * behind, as {@link RpcFixture#close} says. Registered in a field, which must not be static:
 *
 * <pre>{@code
 * @RegisterExtension
 * final RpcExtension rpc = RpcExtension.serving(Orders.class, Orders::service, new InMemoryOrders());
 *
 * @Test
 * void places(OrdersClient orders, FaultTransport faults) { ... }
 * }</pre>
 *
 * <p>Tests, and methods before and after each, may have parameters: generated clients, {@code RpcChannel} or {@code RpcClient},
 * {@code RpcServer}, {@link FaultTransport}, {@link RpcFixture}.
 */
public final class RpcExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final RpcFixture.Builder builder = RpcFixture.builder();
    private @Nullable RpcFixture fixture;

    private RpcExtension() {}

    /**
     * A server of one service; more are added by {@link #and}.
     *
     * @param type the generated interface, blocking or async
     * @param binding its method that binds a handler
     */
    public static <S> RpcExtension serving(Class<S> type, Function<S, ServiceBinding> binding, S handler) {
        return new RpcExtension().and(type, binding, handler);
    }

    /** A server of a service whose handlers faults don't see: those after its dispatch never strike. */
    public static RpcExtension serving(ServiceBinding binding) {
        RpcExtension extension = new RpcExtension();
        extension.builder.serve(binding);
        return extension;
    }

    /** Another service. */
    public <S> RpcExtension and(Class<S> type, Function<S, ServiceBinding> binding, S handler) {
        builder.serve(type, binding, handler);
        return this;
    }

    /** Changes how the server is built, as {@link RpcFixture.Builder#server} does. */
    public RpcExtension server(UnaryOperator<RpcServerBuilder> options) {
        builder.server(options);
        return this;
    }

    /** Changes how the client is built, as {@link RpcFixture.Builder#client} does. */
    public RpcExtension client(UnaryOperator<RpcClientBuilder> options) {
        builder.client(options);
        return this;
    }

    /** How long calls and handlers get to end, as {@link RpcFixture.Builder#grace} says. */
    public RpcExtension grace(Duration time) {
        builder.grace(time);
        return this;
    }

    /**
     * The fixture of the test that runs.
     *
     * @throws IllegalStateException when none does
     */
    public RpcFixture fixture() {
        RpcFixture current = fixture;
        if (current == null) {
            throw new IllegalStateException("no test runs; a fixture is there from before each test until after it");
        }
        return current;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (fixture != null) {
            throw new IllegalStateException(
                    "the field of an RpcExtension is shared by tests; make it one of each instance");
        }
        fixture = builder.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RpcFixture current = fixture;
        fixture = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RpcFixture.class
                || type == FaultTransport.class
                || type == RpcServer.class
                || type == RpcChannel.class
                || type == RpcClient.class
                || clientConstructor(type) != null;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        RpcFixture current = fixture();
        if (type == RpcFixture.class) {
            return current;
        }
        if (type == FaultTransport.class) {
            return current.faults();
        }
        if (type == RpcServer.class) {
            return current.server();
        }
        Constructor<?> constructor = clientConstructor(type);
        return constructor == null ? current.client() : newClient(constructor, current);
    }

    private static Object newClient(Constructor<?> constructor, RpcFixture current) {
        try {
            return constructor.newInstance(current.client());
        } catch (ReflectiveOperationException failure) {
            throw new ParameterResolutionException(
                    "can't make a " + constructor.getDeclaringClass().getName() + " of a channel; export its package",
                    failure);
        }
    }

    /** Generated clients are final classes that are made of a channel. */
    private static @Nullable Constructor<?> clientConstructor(Class<?> type) {
        for (Constructor<?> constructor : type.getConstructors()) {
            Class<?>[] parameters = constructor.getParameterTypes();
            if (parameters.length == 1 && parameters[0] == RpcChannel.class) {
                return constructor;
            }
        }
        return null;
    }
}
