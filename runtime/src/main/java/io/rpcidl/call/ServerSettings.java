package io.rpcidl.call;

import io.rpcidl.connection.ConnectionSettings;

/**
 * How a server behaves.
 *
 * @param connection what its connections are told
 * @param connections how many connections may be open
 * @param answering how calls are answered
 */
public record ServerSettings(ConnectionSettings connection, int connections, Answering answering) {}
