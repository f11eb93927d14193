package io.rpcidl.compiler.generate.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "placedAt, placedAt",
        "placed_at, placedAt",
        "PLACED_AT, placedAt",
        "Id, id",
        "ID, id",
        "URLPath, urlPath",
        "pH, pH",
        "iOS, iOS",
        "aB, aB",
        "a1b, a1b",
        "a__b_, aB",
        "class, classField",
        "record, recordField",
        "hashCode, hashCodeField",
        "true, trueField",
        "build, buildField",
        "in, in",
        "value, value"
    })
    void mapsFields(String written, String mapped) {
        assertThat(JavaNames.field(written)).isEqualTo(mapped);
    }

    @ParameterizedTest
    @CsvSource({
        "Order, Order",
        "order_state, OrderState",
        "HTTP_CODE, HttpCode",
        "URL, URL",
        "String, StringType",
        "Record, RecordType",
        "Codec, CodecType",
        "builder, BuilderType",
        "Unknown, UnknownType",
        "CODEC, CODECType"
    })
    void mapsTypes(String written, String mapped) {
        assertThat(JavaNames.type(written)).isEqualTo(mapped);
    }

    @ParameterizedTest
    @CsvSource({
        "PLACED, PLACED",
        "placedAt, PLACED_AT",
        "URLPath, URL_PATH",
        "unknown, UNKNOWN_VALUE",
        "UNKNOWN, UNKNOWN_VALUE",
        "codec, CODEC_VALUE",
        "A__B, A_B"
    })
    void mapsEnumConstants(String written, String mapped) {
        assertThat(JavaNames.enumConstant(written)).isEqualTo(mapped);
    }

    @ParameterizedTest
    @CsvSource({"get, get", "wait, waitMethod", "async, asyncMethod", "with, withMethod", "service, serviceMethod"})
    void mapsMethods(String written, String mapped) {
        assertThat(JavaNames.method(written)).isEqualTo(mapped);
    }

    @ParameterizedTest
    @CsvSource({"card, OfCard", "class, OfClass", "unknown, OfUnknown", "gift_card, OfGiftCard"})
    void mapsVariantsToRecords(String written, String mapped) {
        assertThat(JavaNames.variantType(written)).isEqualTo(mapped);
    }

    @ParameterizedTest
    @CsvSource({
        "shop/orders/v1/orders.rpcidl, OrdersConstants",
        "a/my-file.rpcidl, MyFileConstants",
        "1st.rpcidl, File1stConstants"
    })
    void namesTheClassOfConstantsAfterTheFile(String path, String mapped) {
        assertThat(JavaNames.constantsType(path)).isEqualTo(mapped);
    }

    @ParameterizedTest
    @CsvSource({"shop.orders.v1, shop.orders.v1", "shop.new.record, shop.newPackage.recordPackage"})
    void escapesWordsOfPackages(String written, String mapped) {
        assertThat(JavaNames.packageName(written)).isEqualTo(mapped);
    }
}
