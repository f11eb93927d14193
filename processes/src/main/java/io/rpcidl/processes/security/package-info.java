/** Whether processes speak TLS, and the certificate with which they do. */
@NullMarked
package io.rpcidl.processes.security;

import org.jspecify.annotations.NullMarked;
