package io.rpcidl.services;

import io.rpcidl.RpcServerBuilder;
import io.rpcidl.RpcStream;
import io.rpcidl.ServerFeature;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.services.descriptor.DescriptorConstants;
import io.rpcidl.services.descriptor.DescriptorPiece;
import io.rpcidl.services.descriptor.Descriptors;
import io.rpcidl.services.descriptor.OfferedService;
import io.rpcidl.services.descriptor.UnknownDescriptor;
import io.rpcidl.value.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells tools and peers what a server offers: {@code builder.with(new DescriptorService())} adds the service
 * {@code rpcidl.descriptor.v1.Descriptors}, which lists the services of the server and gives their descriptors.
 *
 * <p>Whoever may call the server may read them, so it is not there unless it was asked for. A descriptor says what a service
 * means on the wire, without documentation; it travels in pieces of at most 32 KiB.
 */
public final class DescriptorService implements ServerFeature {
    private final Map<String, ServiceDescriptor> services = new TreeMap<>();
    private boolean added;

    /** For one server. */
    public DescriptorService() {}

    @Override
    public void addTo(RpcServerBuilder server) {
        synchronized (services) {
            if (added) {
                throw new IllegalStateException("a descriptor service belongs to one server; make another one");
            }
            added = true;
        }
        server.add(Descriptors.service(new Handler()));
    }

    @Override
    public void offered(List<ServiceDescriptor> offered) {
        synchronized (services) {
            services.clear();
            offered.forEach(service -> services.put(service.name(), service));
        }
    }

    private List<ServiceDescriptor> all() {
        synchronized (services) {
            return List.copyOf(services.values());
        }
    }

    private static boolean hasSchema(ServiceDescriptor service) {
        for (byte octet : service.schemaHash().toByteArray()) {
            if (octet != 0) {
                return true;
            }
        }
        return false;
    }

    private static RpcStream<DescriptorPiece> pieces(@Nullable ServiceDescriptor service, String wanted)
            throws UnknownDescriptor {
        if (service == null || !hasSchema(service)) {
            throw new UnknownDescriptor(wanted);
        }
        byte[] octets = service.schema().toByteArray();
        int piece = (int) DescriptorConstants.PIECE;
        List<DescriptorPiece> pieces = new ArrayList<>(octets.length / piece + 1);
        for (int start = 0; start < octets.length; start += piece) {
            pieces.add(new DescriptorPiece(Bytes.of(octets, start, Math.min(piece, octets.length - start))));
        }
        return RpcStream.of(pieces);
    }

    private final class Handler implements Descriptors {
        @Override
        public List<OfferedService> services() {
            return all().stream()
                    .map(service ->
                            new OfferedService(service.name(), hasSchema(service) ? service.schemaHash() : null))
                    .toList();
        }

        @Override
        public RpcStream<DescriptorPiece> ofService(String name) throws UnknownDescriptor {
            ServiceDescriptor found;
            synchronized (services) {
                found = services.get(name);
            }
            return pieces(found, name);
        }

        @Override
        public RpcStream<DescriptorPiece> ofHash(Bytes hash) throws UnknownDescriptor {
            ServiceDescriptor found = all().stream()
                    .filter(service -> service.schemaHash().equals(hash))
                    .findFirst()
                    .orElse(null);
            return pieces(found, HexFormat.of().formatHex(hash.toByteArray()));
        }
    }
}
