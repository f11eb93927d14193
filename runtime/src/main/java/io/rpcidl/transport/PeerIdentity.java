package io.rpcidl.transport;

import java.security.Principal;

/** Who is at the other end of a link, as the link itself has found out: nothing that the peer merely says. */
public sealed interface PeerIdentity extends Principal permits CertificateIdentity, ProcessIdentity {}
