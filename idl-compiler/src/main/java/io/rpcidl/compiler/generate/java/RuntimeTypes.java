package io.rpcidl.compiler.generate.java;

import com.palantir.javapoet.ClassName;

/** The types that generated code names: those of the runtime and JSpecify's annotations. */
final class RuntimeTypes {

    private static final String ROOT = "io.rpcidl";
    private static final String VALUE = "io.rpcidl.value";
    private static final String CODEC_PACKAGE = "io.rpcidl.codec";

    static final ClassName CALL_OPTIONS = ClassName.get(ROOT, "CallOptions");
    static final ClassName RPC_CHANNEL = ClassName.get(ROOT, "RpcChannel");
    static final ClassName RPC_STREAM = ClassName.get(ROOT, "RpcStream");
    static final ClassName SERVICE_BINDING = ClassName.get(ROOT, "ServiceBinding");

    static final ClassName BYTES = ClassName.get(VALUE, "Bytes");
    static final ClassName DECLARED_ERROR = ClassName.get(VALUE, "DeclaredErrorException");
    static final ClassName ENUM_VALUE = ClassName.get(VALUE, "EnumValue");
    static final ClassName KIND = ClassName.get(VALUE, "Kind");
    static final ClassName LIST_BUILDER = ClassName.get(VALUE, "ListBuilder");
    static final ClassName RPC_EXCEPTION = ClassName.get(VALUE, "RpcException");
    static final ClassName VALUES = ClassName.get(VALUE, "Values");

    static final ClassName CODEC = ClassName.get(CODEC_PACKAGE, "Codec");
    static final ClassName CODECS = ClassName.get(CODEC_PACKAGE, "Codecs");
    static final ClassName DECODER = ClassName.get(CODEC_PACKAGE, "Decoder");
    static final ClassName EMBEDDED_SCHEMA = ClassName.get(CODEC_PACKAGE, "EmbeddedSchema");
    static final ClassName EMPTY = ClassName.get(CODEC_PACKAGE, "Empty");
    static final ClassName ENCODER = ClassName.get(CODEC_PACKAGE, "Encoder");
    static final ClassName GENERATED = ClassName.get(CODEC_PACKAGE, "Generated");
    static final ClassName METHOD_DESCRIPTOR = ClassName.get(CODEC_PACKAGE, "MethodDescriptor");
    static final ClassName MODIFIER = ClassName.get(CODEC_PACKAGE, "Modifier");
    static final ClassName OPEN_STRUCT_CODEC = ClassName.get(CODEC_PACKAGE, "OpenStructCodec");
    static final ClassName RUNTIME_VERSION = ClassName.get(CODEC_PACKAGE, "RuntimeVersion");
    static final ClassName SERVICE_DESCRIPTOR = ClassName.get(CODEC_PACKAGE, "ServiceDescriptor");
    static final ClassName SHAPE = ClassName.get(CODEC_PACKAGE, "Shape");
    static final ClassName SHAPES = ClassName.get(CODEC_PACKAGE, "Shapes");
    static final ClassName STRUCT_CODEC = ClassName.get(CODEC_PACKAGE, "StructCodec");
    static final ClassName UNION_CODEC = ClassName.get(CODEC_PACKAGE, "UnionCodec");
    static final ClassName UNKNOWN_FIELD_COLLECTOR = ClassName.get(CODEC_PACKAGE, "UnknownFieldCollector");
    static final ClassName UNKNOWN_FIELDS = ClassName.get(CODEC_PACKAGE, "UnknownFields");
    static final ClassName UNKNOWN_VALUE = ClassName.get(CODEC_PACKAGE, "UnknownValue");
    static final ClassName UNKNOWN_VARIANT = ClassName.get(CODEC_PACKAGE, "UnknownVariant");

    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private RuntimeTypes() {}
}
