package io.rpcidl.benchmarks.rpc;

import java.util.List;
import java.util.stream.Collectors;

/** All contenders, in the order in which they take turns. */
final class Contenders {
    private Contenders() {}

    static List<Contender> all() {
        return List.of(
                new RpcidlContender(RpcidlContender.Mode.DIRECT),
                new RpcidlContender(RpcidlContender.Mode.DEFAULT),
                new RpcidlContender(RpcidlContender.Mode.VIRTUAL),
                new RpcidlContender(RpcidlContender.Mode.SPIN),
                new RpcidlContender(RpcidlContender.Mode.TLS),
                new NettyContender(),
                new GrpcContender(GrpcContender.Mode.DIRECT),
                new GrpcContender(GrpcContender.Mode.DEFAULT),
                new GrpcContender(GrpcContender.Mode.TLS),
                new ThriftContender());
    }

    /**
     * The contender of this name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Contender of(String name) {
        return all().stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no contender '" + name + "'; choose one of "
                        + all().stream().map(Contender::name).collect(Collectors.joining(", "))));
    }
}
