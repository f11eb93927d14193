package io.rpcidl.introspection;

import java.time.Duration;

/**
 * Something that went wrong lately.
 *
 * @param age how long ago
 * @param peer whose connection it was
 * @param text what it was, for people; without line breaks, and cut
 */
public record RecentFailure(Duration age, String peer, String text) {}
