package io.rpcidl.transport;

import org.jspecify.annotations.Nullable;

/**
 * A process of this machine at the other end of a Unix socket, as the operating system names it.
 *
 * <p>Native sockets tell the numbers, the JDK's own the names. The process may have given the socket to another one since.
 *
 * @param userId its user's number, or -1 when only the name is known
 * @param groupId its group's number, or -1 when only the name is known
 * @param processId its own number, or -1 when it is not known
 * @param user its user's name, or null when only the number is known
 * @param group its group's name, or null when only the number is known
 */
public record ProcessIdentity(
        int userId,
        int groupId,
        int processId,
        @Nullable String user,
        @Nullable String group) implements PeerIdentity {
    /** A process of which the numbers are known. */
    public static ProcessIdentity ofNumbers(int userId, int groupId, int processId) {
        return new ProcessIdentity(userId, groupId, processId, null, null);
    }

    /** A process of which the names are known. */
    public static ProcessIdentity ofNames(String user, String group) {
        return new ProcessIdentity(-1, -1, -1, user, group);
    }

    /** The user: {@code user alice}, or {@code uid 1000}. */
    @Override
    public String getName() {
        return user == null ? "uid " + userId : "user " + user;
    }

    @Override
    public String toString() {
        return processId < 0 ? getName() : getName() + ", pid " + processId;
    }
}
