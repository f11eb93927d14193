package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.orders.OrderId;
import com.acme.shop.orders.Orders;
import com.acme.shop.orders.OrdersClient;
import io.rpcidl.RpcChannel;
import io.rpcidl.ServiceBinding;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.compiler.describe.Describer;
import io.rpcidl.schema.SchemaDescriptors;
import io.rpcidl.schema.SchemaIndex;
import io.rpcidl.schema.canonical.Closure;
import io.rpcidl.schema.canonical.SchemaHash;
import io.rpcidl.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Generated code carries its schema, and nobody pays for it before somebody asks. */
class LazySchemaTest {

    private static final String HOLDER = "com.acme.shop.orders.OrdersSchema";
    private static final SchemaIndex GOLDEN = SchemaIndex.of(Describer.describe(CommittedSources.GOLDEN.schema()));

    @Test
    void loadsTheSchemaWhenItIsAskedFor() throws ReflectiveOperationException {
        RecordingLoader loader = new RecordingLoader();
        Constructor<?> use = loader.loadClass(Use.class.getName()).getDeclaredConstructor();
        use.setAccessible(true);
        Supplier<?> schema = (Supplier<?>) ((Supplier<?>) use.newInstance()).get();
        assertThat(loader.loaded)
                .contains(
                        "com.acme.shop.orders.OrdersClient",
                        "com.acme.shop.orders.OrdersMethods",
                        "com.acme.shop.orders.Order")
                .doesNotContain(HOLDER);
        assertThat(schema.get()).isEqualTo(SchemaDescriptors.write(Closure.of(GOLDEN, "shop.orders.v1.Orders")));
        assertThat(loader.loaded).contains(HOLDER);
    }

    @Test
    void carriesTheHashOfWhatItReaches() {
        assertThat(Use.orders().service().schemaHash())
                .isEqualTo(SchemaHash.of(GOLDEN, "shop.orders.v1.Orders").octets());
    }

    @Test
    void hashesTheSchemaThatItCarries() {
        Bytes octets = Use.orders().service().schema();
        SchemaIndex carried = SchemaIndex.of(SchemaDescriptors.read(octets));
        assertThat(SchemaHash.of(carried, "shop.orders.v1.Orders").octets())
                .isEqualTo(Use.orders().service().schemaHash());
        assertThat(carried.names())
                .contains("shop.catalog.v1.Tag", "shop.orders.v1.CardNumber")
                .doesNotContain("shop.orders.v1.Prices", "shop.orders.v1.Parcel", "shop.orders.v1.MAX_LINES");
    }

    /** Calls through a client and binds a handler; what it gives asks for the schema. */
    static final class Use implements Supplier<Supplier<Bytes>> {

        /** Loaded by name. */
        Use() {}

        @Override
        public Supplier<Bytes> get() {
            RpcChannel channel = (RpcChannel) Proxy.newProxyInstance(
                    RpcChannel.class.getClassLoader(),
                    new Class<?>[] {RpcChannel.class},
                    (proxy, method, arguments) -> {
                        MethodDescriptor<?, ?> called = (MethodDescriptor<?, ?>) arguments[0];
                        encode(called, arguments[1]);
                        return null;
                    });
            try {
                new OrdersClient(channel).cancel(new OrderId(new UUID(1, 2)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            ServiceBinding binding = orders();
            Objects.requireNonNull(binding.service().schemaHash());
            return binding.service()::schema;
        }

        static ServiceBinding orders() {
            return Orders.service(handler());
        }

        static Orders handler() {
            return (Orders) Proxy.newProxyInstance(
                    Orders.class.getClassLoader(), new Class<?>[] {Orders.class}, (proxy, method, arguments) -> null);
        }

        @SuppressWarnings("unchecked") // the client hands over what the method takes
        private static <Q> void encode(MethodDescriptor<Q, ?> method, Object parameters) {
            assertThat(method.parameters().encode((Q) parameters)).isNotEmpty();
        }
    }

    /** Loads generated classes and this test itself anew, and notes which. */
    private static final class RecordingLoader extends ClassLoader {

        private final Set<String> loaded = new TreeSet<>();

        private RecordingLoader() {
            super(LazySchemaTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("com.acme.") && !name.startsWith(LazySchemaTest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] octets = in.readAllBytes();
                loaded.add(name);
                return defineClass(name, octets, 0, octets.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
