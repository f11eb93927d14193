package io.rpcidl;

/** Something that a server has beside the services of its application, added by {@link RpcServerBuilder#with}. */
@FunctionalInterface
public interface ServerFeature {
    /** Adds what it consists of: services, interceptors, listeners. */
    void addTo(RpcServerBuilder server);
}
