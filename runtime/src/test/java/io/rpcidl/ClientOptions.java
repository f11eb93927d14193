package io.rpcidl;

import java.util.concurrent.Executor;

/** What the clients of all transports can be told, so that a case needs not know which it has. */
interface ClientOptions {
    ClientOptions executor(Executor completions);

    ClientOptions directExecutor();

    ClientOptions intercept(ClientInterceptor interceptor);

    ClientOptions offer(ServiceBinding binding);

    /** Where values are encoded. */
    ClientOptions limits(RpcLimits bounds);

    TestClient build();

    /** Of a client with a connection. */
    static ClientOptions of(RpcClientBuilder builder) {
        return new ClientOptions() {
            @Override
            public ClientOptions executor(Executor completions) {
                builder.executor(completions);
                return this;
            }

            @Override
            public ClientOptions directExecutor() {
                builder.directExecutor();
                return this;
            }

            @Override
            public ClientOptions intercept(ClientInterceptor interceptor) {
                builder.intercept(interceptor);
                return this;
            }

            @Override
            public ClientOptions offer(ServiceBinding binding) {
                builder.offer(binding);
                return this;
            }

            @Override
            public ClientOptions limits(RpcLimits bounds) {
                builder.limits(bounds);
                return this;
            }

            @Override
            public TestClient build() {
                RpcClient client = builder.build();
                return new TestClient(client, client::close);
            }
        };
    }

    /** Of a client without one. */
    static ClientOptions of(DirectClient.Builder builder) {
        return new ClientOptions() {
            @Override
            public ClientOptions executor(Executor completions) {
                builder.executor(completions);
                return this;
            }

            @Override
            public ClientOptions directExecutor() {
                builder.directExecutor();
                return this;
            }

            @Override
            public ClientOptions intercept(ClientInterceptor interceptor) {
                builder.intercept(interceptor);
                return this;
            }

            @Override
            public ClientOptions offer(ServiceBinding binding) {
                builder.offer(binding);
                return this;
            }

            @Override
            public ClientOptions limits(RpcLimits bounds) {
                throw new IllegalStateException("a case about limits needs the trait ENCODES");
            }

            @Override
            public TestClient build() {
                DirectClient client = builder.build();
                return new TestClient(client, client::close);
            }
        };
    }
}
