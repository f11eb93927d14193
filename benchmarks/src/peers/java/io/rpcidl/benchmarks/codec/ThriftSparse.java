package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Sparse;

/** One hundred optional fields, from record to struct and back. */
final class ThriftSparse {

    private ThriftSparse() {}

    static io.rpcidl.benchmarks.codec.thrift.Sparse toStruct(Sparse value) {
        io.rpcidl.benchmarks.codec.thrift.Sparse struct = new io.rpcidl.benchmarks.codec.thrift.Sparse();
        if (value.f1() != null) { struct.f1 = value.f1(); struct.isSet.set(1); }
        if (value.f2() != null) { struct.f2 = value.f2(); struct.isSet.set(2); }
        if (value.f3() != null) { struct.f3 = value.f3(); struct.isSet.set(3); }
        if (value.f4() != null) { struct.f4 = value.f4(); struct.isSet.set(4); }
        struct.f5 = value.f5();
        if (value.f6() != null) { struct.f6 = value.f6(); struct.isSet.set(6); }
        if (value.f7() != null) { struct.f7 = value.f7(); struct.isSet.set(7); }
        if (value.f8() != null) { struct.f8 = value.f8(); struct.isSet.set(8); }
        if (value.f9() != null) { struct.f9 = value.f9(); struct.isSet.set(9); }
        struct.f10 = value.f10();
        if (value.f11() != null) { struct.f11 = value.f11(); struct.isSet.set(11); }
        if (value.f12() != null) { struct.f12 = value.f12(); struct.isSet.set(12); }
        if (value.f13() != null) { struct.f13 = value.f13(); struct.isSet.set(13); }
        if (value.f14() != null) { struct.f14 = value.f14(); struct.isSet.set(14); }
        struct.f15 = value.f15();
        if (value.f16() != null) { struct.f16 = value.f16(); struct.isSet.set(16); }
        if (value.f17() != null) { struct.f17 = value.f17(); struct.isSet.set(17); }
        if (value.f18() != null) { struct.f18 = value.f18(); struct.isSet.set(18); }
        if (value.f19() != null) { struct.f19 = value.f19(); struct.isSet.set(19); }
        struct.f20 = value.f20();
        if (value.f21() != null) { struct.f21 = value.f21(); struct.isSet.set(21); }
        if (value.f22() != null) { struct.f22 = value.f22(); struct.isSet.set(22); }
        if (value.f23() != null) { struct.f23 = value.f23(); struct.isSet.set(23); }
        if (value.f24() != null) { struct.f24 = value.f24(); struct.isSet.set(24); }
        struct.f25 = value.f25();
        if (value.f26() != null) { struct.f26 = value.f26(); struct.isSet.set(26); }
        if (value.f27() != null) { struct.f27 = value.f27(); struct.isSet.set(27); }
        if (value.f28() != null) { struct.f28 = value.f28(); struct.isSet.set(28); }
        if (value.f29() != null) { struct.f29 = value.f29(); struct.isSet.set(29); }
        struct.f30 = value.f30();
        if (value.f31() != null) { struct.f31 = value.f31(); struct.isSet.set(31); }
        if (value.f32() != null) { struct.f32 = value.f32(); struct.isSet.set(32); }
        if (value.f33() != null) { struct.f33 = value.f33(); struct.isSet.set(33); }
        if (value.f34() != null) { struct.f34 = value.f34(); struct.isSet.set(34); }
        struct.f35 = value.f35();
        if (value.f36() != null) { struct.f36 = value.f36(); struct.isSet.set(36); }
        if (value.f37() != null) { struct.f37 = value.f37(); struct.isSet.set(37); }
        if (value.f38() != null) { struct.f38 = value.f38(); struct.isSet.set(38); }
        if (value.f39() != null) { struct.f39 = value.f39(); struct.isSet.set(39); }
        struct.f40 = value.f40();
        if (value.f41() != null) { struct.f41 = value.f41(); struct.isSet.set(41); }
        if (value.f42() != null) { struct.f42 = value.f42(); struct.isSet.set(42); }
        if (value.f43() != null) { struct.f43 = value.f43(); struct.isSet.set(43); }
        if (value.f44() != null) { struct.f44 = value.f44(); struct.isSet.set(44); }
        struct.f45 = value.f45();
        if (value.f46() != null) { struct.f46 = value.f46(); struct.isSet.set(46); }
        if (value.f47() != null) { struct.f47 = value.f47(); struct.isSet.set(47); }
        if (value.f48() != null) { struct.f48 = value.f48(); struct.isSet.set(48); }
        if (value.f49() != null) { struct.f49 = value.f49(); struct.isSet.set(49); }
        struct.f50 = value.f50();
        if (value.f51() != null) { struct.f51 = value.f51(); struct.isSet.set(51); }
        if (value.f52() != null) { struct.f52 = value.f52(); struct.isSet.set(52); }
        if (value.f53() != null) { struct.f53 = value.f53(); struct.isSet.set(53); }
        if (value.f54() != null) { struct.f54 = value.f54(); struct.isSet.set(54); }
        struct.f55 = value.f55();
        if (value.f56() != null) { struct.f56 = value.f56(); struct.isSet.set(56); }
        if (value.f57() != null) { struct.f57 = value.f57(); struct.isSet.set(57); }
        if (value.f58() != null) { struct.f58 = value.f58(); struct.isSet.set(58); }
        if (value.f59() != null) { struct.f59 = value.f59(); struct.isSet.set(59); }
        struct.f60 = value.f60();
        if (value.f61() != null) { struct.f61 = value.f61(); struct.isSet.set(61); }
        if (value.f62() != null) { struct.f62 = value.f62(); struct.isSet.set(62); }
        if (value.f63() != null) { struct.f63 = value.f63(); struct.isSet.set(63); }
        if (value.f64() != null) { struct.f64 = value.f64(); struct.isSet.set(64); }
        struct.f65 = value.f65();
        if (value.f66() != null) { struct.f66 = value.f66(); struct.isSet.set(66); }
        if (value.f67() != null) { struct.f67 = value.f67(); struct.isSet.set(67); }
        if (value.f68() != null) { struct.f68 = value.f68(); struct.isSet.set(68); }
        if (value.f69() != null) { struct.f69 = value.f69(); struct.isSet.set(69); }
        struct.f70 = value.f70();
        if (value.f71() != null) { struct.f71 = value.f71(); struct.isSet.set(71); }
        if (value.f72() != null) { struct.f72 = value.f72(); struct.isSet.set(72); }
        if (value.f73() != null) { struct.f73 = value.f73(); struct.isSet.set(73); }
        if (value.f74() != null) { struct.f74 = value.f74(); struct.isSet.set(74); }
        struct.f75 = value.f75();
        if (value.f76() != null) { struct.f76 = value.f76(); struct.isSet.set(76); }
        if (value.f77() != null) { struct.f77 = value.f77(); struct.isSet.set(77); }
        if (value.f78() != null) { struct.f78 = value.f78(); struct.isSet.set(78); }
        if (value.f79() != null) { struct.f79 = value.f79(); struct.isSet.set(79); }
        struct.f80 = value.f80();
        if (value.f81() != null) { struct.f81 = value.f81(); struct.isSet.set(81); }
        if (value.f82() != null) { struct.f82 = value.f82(); struct.isSet.set(82); }
        if (value.f83() != null) { struct.f83 = value.f83(); struct.isSet.set(83); }
        if (value.f84() != null) { struct.f84 = value.f84(); struct.isSet.set(84); }
        struct.f85 = value.f85();
        if (value.f86() != null) { struct.f86 = value.f86(); struct.isSet.set(86); }
        if (value.f87() != null) { struct.f87 = value.f87(); struct.isSet.set(87); }
        if (value.f88() != null) { struct.f88 = value.f88(); struct.isSet.set(88); }
        if (value.f89() != null) { struct.f89 = value.f89(); struct.isSet.set(89); }
        struct.f90 = value.f90();
        if (value.f91() != null) { struct.f91 = value.f91(); struct.isSet.set(91); }
        if (value.f92() != null) { struct.f92 = value.f92(); struct.isSet.set(92); }
        if (value.f93() != null) { struct.f93 = value.f93(); struct.isSet.set(93); }
        if (value.f94() != null) { struct.f94 = value.f94(); struct.isSet.set(94); }
        struct.f95 = value.f95();
        if (value.f96() != null) { struct.f96 = value.f96(); struct.isSet.set(96); }
        if (value.f97() != null) { struct.f97 = value.f97(); struct.isSet.set(97); }
        if (value.f98() != null) { struct.f98 = value.f98(); struct.isSet.set(98); }
        if (value.f99() != null) { struct.f99 = value.f99(); struct.isSet.set(99); }
        struct.f100 = value.f100();
        return struct;
    }

    static Sparse toRecord(io.rpcidl.benchmarks.codec.thrift.Sparse struct) {
        Sparse.Builder value = Sparse.builder();
        if (struct.isSet.get(1)) value.f1(struct.f1);
        if (struct.isSet.get(2)) value.f2(struct.f2);
        if (struct.isSet.get(3)) value.f3(struct.f3);
        if (struct.isSet.get(4)) value.f4(struct.f4);
        value.f5(struct.f5);
        if (struct.isSet.get(6)) value.f6(struct.f6);
        if (struct.isSet.get(7)) value.f7(struct.f7);
        if (struct.isSet.get(8)) value.f8(struct.f8);
        if (struct.isSet.get(9)) value.f9(struct.f9);
        value.f10(struct.f10);
        if (struct.isSet.get(11)) value.f11(struct.f11);
        if (struct.isSet.get(12)) value.f12(struct.f12);
        if (struct.isSet.get(13)) value.f13(struct.f13);
        if (struct.isSet.get(14)) value.f14(struct.f14);
        value.f15(struct.f15);
        if (struct.isSet.get(16)) value.f16(struct.f16);
        if (struct.isSet.get(17)) value.f17(struct.f17);
        if (struct.isSet.get(18)) value.f18(struct.f18);
        if (struct.isSet.get(19)) value.f19(struct.f19);
        value.f20(struct.f20);
        if (struct.isSet.get(21)) value.f21(struct.f21);
        if (struct.isSet.get(22)) value.f22(struct.f22);
        if (struct.isSet.get(23)) value.f23(struct.f23);
        if (struct.isSet.get(24)) value.f24(struct.f24);
        value.f25(struct.f25);
        if (struct.isSet.get(26)) value.f26(struct.f26);
        if (struct.isSet.get(27)) value.f27(struct.f27);
        if (struct.isSet.get(28)) value.f28(struct.f28);
        if (struct.isSet.get(29)) value.f29(struct.f29);
        value.f30(struct.f30);
        if (struct.isSet.get(31)) value.f31(struct.f31);
        if (struct.isSet.get(32)) value.f32(struct.f32);
        if (struct.isSet.get(33)) value.f33(struct.f33);
        if (struct.isSet.get(34)) value.f34(struct.f34);
        value.f35(struct.f35);
        if (struct.isSet.get(36)) value.f36(struct.f36);
        if (struct.isSet.get(37)) value.f37(struct.f37);
        if (struct.isSet.get(38)) value.f38(struct.f38);
        if (struct.isSet.get(39)) value.f39(struct.f39);
        value.f40(struct.f40);
        if (struct.isSet.get(41)) value.f41(struct.f41);
        if (struct.isSet.get(42)) value.f42(struct.f42);
        if (struct.isSet.get(43)) value.f43(struct.f43);
        if (struct.isSet.get(44)) value.f44(struct.f44);
        value.f45(struct.f45);
        if (struct.isSet.get(46)) value.f46(struct.f46);
        if (struct.isSet.get(47)) value.f47(struct.f47);
        if (struct.isSet.get(48)) value.f48(struct.f48);
        if (struct.isSet.get(49)) value.f49(struct.f49);
        value.f50(struct.f50);
        if (struct.isSet.get(51)) value.f51(struct.f51);
        if (struct.isSet.get(52)) value.f52(struct.f52);
        if (struct.isSet.get(53)) value.f53(struct.f53);
        if (struct.isSet.get(54)) value.f54(struct.f54);
        value.f55(struct.f55);
        if (struct.isSet.get(56)) value.f56(struct.f56);
        if (struct.isSet.get(57)) value.f57(struct.f57);
        if (struct.isSet.get(58)) value.f58(struct.f58);
        if (struct.isSet.get(59)) value.f59(struct.f59);
        value.f60(struct.f60);
        if (struct.isSet.get(61)) value.f61(struct.f61);
        if (struct.isSet.get(62)) value.f62(struct.f62);
        if (struct.isSet.get(63)) value.f63(struct.f63);
        if (struct.isSet.get(64)) value.f64(struct.f64);
        value.f65(struct.f65);
        if (struct.isSet.get(66)) value.f66(struct.f66);
        if (struct.isSet.get(67)) value.f67(struct.f67);
        if (struct.isSet.get(68)) value.f68(struct.f68);
        if (struct.isSet.get(69)) value.f69(struct.f69);
        value.f70(struct.f70);
        if (struct.isSet.get(71)) value.f71(struct.f71);
        if (struct.isSet.get(72)) value.f72(struct.f72);
        if (struct.isSet.get(73)) value.f73(struct.f73);
        if (struct.isSet.get(74)) value.f74(struct.f74);
        value.f75(struct.f75);
        if (struct.isSet.get(76)) value.f76(struct.f76);
        if (struct.isSet.get(77)) value.f77(struct.f77);
        if (struct.isSet.get(78)) value.f78(struct.f78);
        if (struct.isSet.get(79)) value.f79(struct.f79);
        value.f80(struct.f80);
        if (struct.isSet.get(81)) value.f81(struct.f81);
        if (struct.isSet.get(82)) value.f82(struct.f82);
        if (struct.isSet.get(83)) value.f83(struct.f83);
        if (struct.isSet.get(84)) value.f84(struct.f84);
        value.f85(struct.f85);
        if (struct.isSet.get(86)) value.f86(struct.f86);
        if (struct.isSet.get(87)) value.f87(struct.f87);
        if (struct.isSet.get(88)) value.f88(struct.f88);
        if (struct.isSet.get(89)) value.f89(struct.f89);
        value.f90(struct.f90);
        if (struct.isSet.get(91)) value.f91(struct.f91);
        if (struct.isSet.get(92)) value.f92(struct.f92);
        if (struct.isSet.get(93)) value.f93(struct.f93);
        if (struct.isSet.get(94)) value.f94(struct.f94);
        value.f95(struct.f95);
        if (struct.isSet.get(96)) value.f96(struct.f96);
        if (struct.isSet.get(97)) value.f97(struct.f97);
        if (struct.isSet.get(98)) value.f98(struct.f98);
        if (struct.isSet.get(99)) value.f99(struct.f99);
        value.f100(struct.f100);
        return value.build();
    }
}
