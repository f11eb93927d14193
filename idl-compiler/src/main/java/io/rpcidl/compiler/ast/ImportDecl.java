package io.rpcidl.compiler.ast;

import io.rpcidl.compiler.source.Span;

/**
 * {@code import "shop/catalog/v1/catalog.rpcidl" as catalog;}.
 *
 * @param path between the quotes, as written
 * @param alias the name that the file has here
 * @param span of the path
 * @param statement from the first word to the semicolon
 */
public record ImportDecl(String path, Name alias, Span span, Span statement) {}
