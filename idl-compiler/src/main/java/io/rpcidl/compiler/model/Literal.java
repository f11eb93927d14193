package io.rpcidl.compiler.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** A value that a source states, already of the type that it is used for; references to constants are replaced. */
public sealed interface Literal {

    /** {@code true}, {@code false}. */
    record Bool(boolean value) implements Literal {}

    /** For i8 to u64, in the range of its type. */
    record Integral(BigInteger value) implements Literal {}

    /** For f32 and f64: also {@code nan}, {@code inf} and {@code -inf}. */
    record Floating(double value) implements Literal {}

    /** For string. */
    record Text(String value) implements Literal {}

    /** For uuid, written as a string. */
    record Uuid(java.util.UUID value) implements Literal {}

    /** For timestamp, written as a string after RFC 3339. */
    record Timestamp(Instant value) implements Literal {}

    /** For duration: {@code 2s}, {@code 500ms}. */
    record TimeSpan(Duration value) implements Literal {}

    /** For decimal. */
    record Decimal(BigDecimal value) implements Literal {}

    /** A value of an enumeration, by its name. */
    record Enumerated(QualifiedName enumeration, String value) implements Literal {}

    /** {@code []}: an empty list, set or map. */
    record Empty() implements Literal {}
}
