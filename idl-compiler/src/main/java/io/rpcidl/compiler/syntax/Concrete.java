package io.rpcidl.compiler.syntax;

/** A part of a source with nothing left out: a word, or a phrase of words. */
public sealed interface Concrete permits Phrase, Word {}
