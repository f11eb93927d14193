package io.rpcidl.transport;

/** Takes the links that peers open. */
@FunctionalInterface
public interface LinkAcceptor {
    /** A peer has opened {@code link}; on the link's loop, before anything is received. */
    LinkListener accept(Link link);
}
