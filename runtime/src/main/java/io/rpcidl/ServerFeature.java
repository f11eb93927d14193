package io.rpcidl;

import io.rpcidl.codec.ServiceDescriptor;
import java.util.List;

/** Something that a server has beside the services of its application, added by {@link RpcServerBuilder#with}. */
public interface ServerFeature {
    /** Adds what it consists of: services, interceptors, listeners. */
    void addTo(RpcServerBuilder server);

    /** The server is built and offers these services, those of features among them, in the order in which they were added. */
    default void offered(List<ServiceDescriptor> services) {}
}
