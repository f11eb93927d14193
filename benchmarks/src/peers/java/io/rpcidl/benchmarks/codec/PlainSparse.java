package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.plain.Sparse;

/** One hundred components, from one record to the other and back. */
final class PlainSparse {

    private PlainSparse() {}

    static Sparse fromModel(io.rpcidl.benchmarks.codec.model.Sparse value) {
        return new Sparse(
                value.f1(), value.f2(), value.f3(), value.f4(), value.f5(),
                value.f6(), value.f7(), value.f8(), value.f9(), value.f10(),
                value.f11(), value.f12(), value.f13(), value.f14(), value.f15(),
                value.f16(), value.f17(), value.f18(), value.f19(), value.f20(),
                value.f21(), value.f22(), value.f23(), value.f24(), value.f25(),
                value.f26(), value.f27(), value.f28(), value.f29(), value.f30(),
                value.f31(), value.f32(), value.f33(), value.f34(), value.f35(),
                value.f36(), value.f37(), value.f38(), value.f39(), value.f40(),
                value.f41(), value.f42(), value.f43(), value.f44(), value.f45(),
                value.f46(), value.f47(), value.f48(), value.f49(), value.f50(),
                value.f51(), value.f52(), value.f53(), value.f54(), value.f55(),
                value.f56(), value.f57(), value.f58(), value.f59(), value.f60(),
                value.f61(), value.f62(), value.f63(), value.f64(), value.f65(),
                value.f66(), value.f67(), value.f68(), value.f69(), value.f70(),
                value.f71(), value.f72(), value.f73(), value.f74(), value.f75(),
                value.f76(), value.f77(), value.f78(), value.f79(), value.f80(),
                value.f81(), value.f82(), value.f83(), value.f84(), value.f85(),
                value.f86(), value.f87(), value.f88(), value.f89(), value.f90(),
                value.f91(), value.f92(), value.f93(), value.f94(), value.f95(),
                value.f96(), value.f97(), value.f98(), value.f99(), value.f100());
    }

    static io.rpcidl.benchmarks.codec.model.Sparse toModel(Sparse read) {
        io.rpcidl.benchmarks.codec.model.Sparse.Builder value = io.rpcidl.benchmarks.codec.model.Sparse.builder();
        if (read.f1() != null) value.f1(read.f1());
        if (read.f2() != null) value.f2(read.f2());
        if (read.f3() != null) value.f3(read.f3());
        if (read.f4() != null) value.f4(read.f4());
        value.f5(read.f5());
        if (read.f6() != null) value.f6(read.f6());
        if (read.f7() != null) value.f7(read.f7());
        if (read.f8() != null) value.f8(read.f8());
        if (read.f9() != null) value.f9(read.f9());
        value.f10(read.f10());
        if (read.f11() != null) value.f11(read.f11());
        if (read.f12() != null) value.f12(read.f12());
        if (read.f13() != null) value.f13(read.f13());
        if (read.f14() != null) value.f14(read.f14());
        value.f15(read.f15());
        if (read.f16() != null) value.f16(read.f16());
        if (read.f17() != null) value.f17(read.f17());
        if (read.f18() != null) value.f18(read.f18());
        if (read.f19() != null) value.f19(read.f19());
        value.f20(read.f20());
        if (read.f21() != null) value.f21(read.f21());
        if (read.f22() != null) value.f22(read.f22());
        if (read.f23() != null) value.f23(read.f23());
        if (read.f24() != null) value.f24(read.f24());
        value.f25(read.f25());
        if (read.f26() != null) value.f26(read.f26());
        if (read.f27() != null) value.f27(read.f27());
        if (read.f28() != null) value.f28(read.f28());
        if (read.f29() != null) value.f29(read.f29());
        value.f30(read.f30());
        if (read.f31() != null) value.f31(read.f31());
        if (read.f32() != null) value.f32(read.f32());
        if (read.f33() != null) value.f33(read.f33());
        if (read.f34() != null) value.f34(read.f34());
        value.f35(read.f35());
        if (read.f36() != null) value.f36(read.f36());
        if (read.f37() != null) value.f37(read.f37());
        if (read.f38() != null) value.f38(read.f38());
        if (read.f39() != null) value.f39(read.f39());
        value.f40(read.f40());
        if (read.f41() != null) value.f41(read.f41());
        if (read.f42() != null) value.f42(read.f42());
        if (read.f43() != null) value.f43(read.f43());
        if (read.f44() != null) value.f44(read.f44());
        value.f45(read.f45());
        if (read.f46() != null) value.f46(read.f46());
        if (read.f47() != null) value.f47(read.f47());
        if (read.f48() != null) value.f48(read.f48());
        if (read.f49() != null) value.f49(read.f49());
        value.f50(read.f50());
        if (read.f51() != null) value.f51(read.f51());
        if (read.f52() != null) value.f52(read.f52());
        if (read.f53() != null) value.f53(read.f53());
        if (read.f54() != null) value.f54(read.f54());
        value.f55(read.f55());
        if (read.f56() != null) value.f56(read.f56());
        if (read.f57() != null) value.f57(read.f57());
        if (read.f58() != null) value.f58(read.f58());
        if (read.f59() != null) value.f59(read.f59());
        value.f60(read.f60());
        if (read.f61() != null) value.f61(read.f61());
        if (read.f62() != null) value.f62(read.f62());
        if (read.f63() != null) value.f63(read.f63());
        if (read.f64() != null) value.f64(read.f64());
        value.f65(read.f65());
        if (read.f66() != null) value.f66(read.f66());
        if (read.f67() != null) value.f67(read.f67());
        if (read.f68() != null) value.f68(read.f68());
        if (read.f69() != null) value.f69(read.f69());
        value.f70(read.f70());
        if (read.f71() != null) value.f71(read.f71());
        if (read.f72() != null) value.f72(read.f72());
        if (read.f73() != null) value.f73(read.f73());
        if (read.f74() != null) value.f74(read.f74());
        value.f75(read.f75());
        if (read.f76() != null) value.f76(read.f76());
        if (read.f77() != null) value.f77(read.f77());
        if (read.f78() != null) value.f78(read.f78());
        if (read.f79() != null) value.f79(read.f79());
        value.f80(read.f80());
        if (read.f81() != null) value.f81(read.f81());
        if (read.f82() != null) value.f82(read.f82());
        if (read.f83() != null) value.f83(read.f83());
        if (read.f84() != null) value.f84(read.f84());
        value.f85(read.f85());
        if (read.f86() != null) value.f86(read.f86());
        if (read.f87() != null) value.f87(read.f87());
        if (read.f88() != null) value.f88(read.f88());
        if (read.f89() != null) value.f89(read.f89());
        value.f90(read.f90());
        if (read.f91() != null) value.f91(read.f91());
        if (read.f92() != null) value.f92(read.f92());
        if (read.f93() != null) value.f93(read.f93());
        if (read.f94() != null) value.f94(read.f94());
        value.f95(read.f95());
        if (read.f96() != null) value.f96(read.f96());
        if (read.f97() != null) value.f97(read.f97());
        if (read.f98() != null) value.f98(read.f98());
        if (read.f99() != null) value.f99(read.f99());
        value.f100(read.f100());
        return value.build();
    }
}
