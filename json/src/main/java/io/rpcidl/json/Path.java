package io.rpcidl.json;

import java.util.ArrayList;
import java.util.List;

/** Where in a text the reader is, like {@code $.lines[3].price}. Entries of maps are counted: their keys may be secret. */
final class Path {

    private final List<Object> segments = new ArrayList<>();

    void enter(String member) {
        segments.add(member);
    }

    void enter(int index) {
        segments.add(index);
    }

    void leave() {
        segments.remove(segments.size() - 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("$");
        for (Object segment : segments) {
            if (segment instanceof String member) {
                text.append('.').append(member);
            } else {
                text.append('[').append(segment).append(']');
            }
        }
        return text.toString();
    }
}
