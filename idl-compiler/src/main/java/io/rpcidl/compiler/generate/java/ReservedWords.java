package io.rpcidl.compiler.generate.java;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that generated code must not give to what a schema names. The sets only ever grow: a name is never freed. */
final class ReservedWords {

    /** Words that are no identifiers in Java, or not everywhere. */
    static final Set<String> KEYWORDS = words("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends
            false final finally float for goto if implements import instanceof int interface long native new null
            package private protected public return short static strictfp super switch synchronized this throw throws
            transient true try void volatile while _ record sealed permits var yield when
            """);

    /** Methods of Object and of exceptions, and the methods that every generated type may have. */
    private static final Set<String> MEMBERS = words("""
            clone equals finalize getClass hashCode notify notifyAll toString wait
            addSuppressed fillInStackTrace getCause getLocalizedMessage getMessage getStackTrace getSuppressed initCause
            printStackTrace setStackTrace rejects
            builder build toBuilder codec match
            """);

    /** No field, parameter or variant has one of these names. */
    static final Set<String> FIELDS = union(List.of(KEYWORDS, MEMBERS, words("unknownFields")));

    /** No method of a service has one of these names. */
    static final Set<String> METHODS = union(List.of(KEYWORDS, MEMBERS, words("async asyncService service with")));

    /** No constant of an enumeration has one of these names. */
    static final Set<String> ENUM_CONSTANTS = words("CODEC UNKNOWN");

    private static final Set<String> JAVA_LANG = words("""
            AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException
            AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class
            ClassCastException ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue
            CloneNotSupportedException Cloneable Comparable Deprecated Double Enum EnumConstantNotPresentException
            Error Exception ExceptionInInitializerError Float FunctionalInterface IO IllegalAccessError
            IllegalAccessException IllegalArgumentException IllegalCallerException IllegalMonitorStateException
            IllegalStateException IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException
            InheritableThreadLocal InstantiationError InstantiationException Integer InternalError
            InterruptedException Iterable LayerInstantiationException LinkageError Long MatchException Math Module
            ModuleLayer NegativeArraySizeException NoClassDefFoundError NoSuchFieldError NoSuchFieldException
            NoSuchMethodError NoSuchMethodException NullPointerException Number NumberFormatException Object
            OutOfMemoryError Override Package Process ProcessBuilder ProcessHandle Readable Record
            ReflectiveOperationException Runnable Runtime RuntimeException RuntimePermission SafeVarargs ScopedValue
            SecurityException SecurityManager Short StableValue StackOverflowError StackTraceElement StackWalker
            StrictMath String StringBuffer StringBuilder StringIndexOutOfBoundsException SuppressWarnings System
            Thread ThreadDeath ThreadGroup ThreadLocal Throwable TypeNotPresentException UnknownError
            UnsatisfiedLinkError UnsupportedClassVersionError UnsupportedOperationException VerifyError
            VirtualMachineError Void WrongThreadException
            """);

    /** What generated code imports or nests. */
    private static final Set<String> IMPORTED = words("""
            BigDecimal BigInteger Bytes CallOptions Codec Codecs Collection CompletionStage DeclaredErrorException
            Decoder Duration Empty Encoder EnumValue Flow Function Generated Instant Kind List Map MethodDescriptor
            Modifier NullMarked Nullable Objects OpenStructCodec Publisher RpcChannel RpcException RpcStream
            RuntimeVersion ServiceBinding ServiceDescriptor Set Shape StringJoiner StructCodec UUID UnionCodec
            UnknownFieldCollector UnknownFields UnknownValue UnknownVariant Values
            Async Builder Fields Known Unknown
            """);

    /** Constants of generated classes, inside which a type of the name would mean the constant. */
    private static final Set<String> CONSTANTS = words("CODEC INSTANCE NAME SCHEMA SERVICE");

    /** No generated type has one of these names. */
    static final Set<String> TYPES = union(List.of(KEYWORDS, JAVA_LANG, IMPORTED, CONSTANTS));

    private ReservedWords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
