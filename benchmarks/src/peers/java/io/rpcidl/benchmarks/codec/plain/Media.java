package io.rpcidl.benchmarks.codec.plain;

import java.util.List;

/** A recording; title, bitrate and copyright may be null. */
public record Media(
        String uri,
        String title,
        int width,
        int height,
        String format,
        long duration,
        long size,
        Integer bitrate,
        List<String> persons,
        Player player,
        String copyright) {}
