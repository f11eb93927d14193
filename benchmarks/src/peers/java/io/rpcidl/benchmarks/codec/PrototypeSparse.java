package io.rpcidl.benchmarks.codec;

import io.rpcidl.benchmarks.codec.model.Sparse;

/** One hundred optional fields by hand: from the shape to one bit for each field, then a straight line of tests. */
final class PrototypeSparse extends Prototype<Sparse> {

    private static final int[] KINDS = {4, 5, 7, 1, 0xB};

    private int at;
    private int last;

    PrototypeSparse() {
        super(Samples.SPARSE);
    }

    @Override
    int write(Sparse value) {
        at = 1;
        last = 0;
        if (value.f1() != null) entry(1, 0x4);
        if (value.f2() != null) entry(2, 0x5);
        if (value.f3() != null) entry(3, 0x7);
        if (value.f4() != null) entry(4, 0x1);
        if (value.f5() != null) entry(5, 0xb);
        if (value.f6() != null) entry(6, 0x4);
        if (value.f7() != null) entry(7, 0x5);
        if (value.f8() != null) entry(8, 0x7);
        if (value.f9() != null) entry(9, 0x1);
        if (value.f10() != null) entry(10, 0xb);
        if (value.f11() != null) entry(11, 0x4);
        if (value.f12() != null) entry(12, 0x5);
        if (value.f13() != null) entry(13, 0x7);
        if (value.f14() != null) entry(14, 0x1);
        if (value.f15() != null) entry(15, 0xb);
        if (value.f16() != null) entry(16, 0x4);
        if (value.f17() != null) entry(17, 0x5);
        if (value.f18() != null) entry(18, 0x7);
        if (value.f19() != null) entry(19, 0x1);
        if (value.f20() != null) entry(20, 0xb);
        if (value.f21() != null) entry(21, 0x4);
        if (value.f22() != null) entry(22, 0x5);
        if (value.f23() != null) entry(23, 0x7);
        if (value.f24() != null) entry(24, 0x1);
        if (value.f25() != null) entry(25, 0xb);
        if (value.f26() != null) entry(26, 0x4);
        if (value.f27() != null) entry(27, 0x5);
        if (value.f28() != null) entry(28, 0x7);
        if (value.f29() != null) entry(29, 0x1);
        if (value.f30() != null) entry(30, 0xb);
        if (value.f31() != null) entry(31, 0x4);
        if (value.f32() != null) entry(32, 0x5);
        if (value.f33() != null) entry(33, 0x7);
        if (value.f34() != null) entry(34, 0x1);
        if (value.f35() != null) entry(35, 0xb);
        if (value.f36() != null) entry(36, 0x4);
        if (value.f37() != null) entry(37, 0x5);
        if (value.f38() != null) entry(38, 0x7);
        if (value.f39() != null) entry(39, 0x1);
        if (value.f40() != null) entry(40, 0xb);
        if (value.f41() != null) entry(41, 0x4);
        if (value.f42() != null) entry(42, 0x5);
        if (value.f43() != null) entry(43, 0x7);
        if (value.f44() != null) entry(44, 0x1);
        if (value.f45() != null) entry(45, 0xb);
        if (value.f46() != null) entry(46, 0x4);
        if (value.f47() != null) entry(47, 0x5);
        if (value.f48() != null) entry(48, 0x7);
        if (value.f49() != null) entry(49, 0x1);
        if (value.f50() != null) entry(50, 0xb);
        if (value.f51() != null) entry(51, 0x4);
        if (value.f52() != null) entry(52, 0x5);
        if (value.f53() != null) entry(53, 0x7);
        if (value.f54() != null) entry(54, 0x1);
        if (value.f55() != null) entry(55, 0xb);
        if (value.f56() != null) entry(56, 0x4);
        if (value.f57() != null) entry(57, 0x5);
        if (value.f58() != null) entry(58, 0x7);
        if (value.f59() != null) entry(59, 0x1);
        if (value.f60() != null) entry(60, 0xb);
        if (value.f61() != null) entry(61, 0x4);
        if (value.f62() != null) entry(62, 0x5);
        if (value.f63() != null) entry(63, 0x7);
        if (value.f64() != null) entry(64, 0x1);
        if (value.f65() != null) entry(65, 0xb);
        if (value.f66() != null) entry(66, 0x4);
        if (value.f67() != null) entry(67, 0x5);
        if (value.f68() != null) entry(68, 0x7);
        if (value.f69() != null) entry(69, 0x1);
        if (value.f70() != null) entry(70, 0xb);
        if (value.f71() != null) entry(71, 0x4);
        if (value.f72() != null) entry(72, 0x5);
        if (value.f73() != null) entry(73, 0x7);
        if (value.f74() != null) entry(74, 0x1);
        if (value.f75() != null) entry(75, 0xb);
        if (value.f76() != null) entry(76, 0x4);
        if (value.f77() != null) entry(77, 0x5);
        if (value.f78() != null) entry(78, 0x7);
        if (value.f79() != null) entry(79, 0x1);
        if (value.f80() != null) entry(80, 0xb);
        if (value.f81() != null) entry(81, 0x4);
        if (value.f82() != null) entry(82, 0x5);
        if (value.f83() != null) entry(83, 0x7);
        if (value.f84() != null) entry(84, 0x1);
        if (value.f85() != null) entry(85, 0xb);
        if (value.f86() != null) entry(86, 0x4);
        if (value.f87() != null) entry(87, 0x5);
        if (value.f88() != null) entry(88, 0x7);
        if (value.f89() != null) entry(89, 0x1);
        if (value.f90() != null) entry(90, 0xb);
        if (value.f91() != null) entry(91, 0x4);
        if (value.f92() != null) entry(92, 0x5);
        if (value.f93() != null) entry(93, 0x7);
        if (value.f94() != null) entry(94, 0x1);
        if (value.f95() != null) entry(95, 0xb);
        if (value.f96() != null) entry(96, 0x4);
        if (value.f97() != null) entry(97, 0x5);
        if (value.f98() != null) entry(98, 0x7);
        if (value.f99() != null) entry(99, 0x1);
        if (value.f100() != null) entry(100, 0xb);
        if (at > 0x80) {
            throw unexpected("shape than a short one");
        }
        buffer[0] = (byte) (at - 1);
        if (value.f1() != null) writeI32(value.f1());
        if (value.f2() != null) writeI64(value.f2());
        if (value.f3() != null) writeF64(value.f3());
        if (value.f4() != null) writeBool(value.f4());
        if (value.f5() != null) writeString(value.f5());
        if (value.f6() != null) writeI32(value.f6());
        if (value.f7() != null) writeI64(value.f7());
        if (value.f8() != null) writeF64(value.f8());
        if (value.f9() != null) writeBool(value.f9());
        if (value.f10() != null) writeString(value.f10());
        if (value.f11() != null) writeI32(value.f11());
        if (value.f12() != null) writeI64(value.f12());
        if (value.f13() != null) writeF64(value.f13());
        if (value.f14() != null) writeBool(value.f14());
        if (value.f15() != null) writeString(value.f15());
        if (value.f16() != null) writeI32(value.f16());
        if (value.f17() != null) writeI64(value.f17());
        if (value.f18() != null) writeF64(value.f18());
        if (value.f19() != null) writeBool(value.f19());
        if (value.f20() != null) writeString(value.f20());
        if (value.f21() != null) writeI32(value.f21());
        if (value.f22() != null) writeI64(value.f22());
        if (value.f23() != null) writeF64(value.f23());
        if (value.f24() != null) writeBool(value.f24());
        if (value.f25() != null) writeString(value.f25());
        if (value.f26() != null) writeI32(value.f26());
        if (value.f27() != null) writeI64(value.f27());
        if (value.f28() != null) writeF64(value.f28());
        if (value.f29() != null) writeBool(value.f29());
        if (value.f30() != null) writeString(value.f30());
        if (value.f31() != null) writeI32(value.f31());
        if (value.f32() != null) writeI64(value.f32());
        if (value.f33() != null) writeF64(value.f33());
        if (value.f34() != null) writeBool(value.f34());
        if (value.f35() != null) writeString(value.f35());
        if (value.f36() != null) writeI32(value.f36());
        if (value.f37() != null) writeI64(value.f37());
        if (value.f38() != null) writeF64(value.f38());
        if (value.f39() != null) writeBool(value.f39());
        if (value.f40() != null) writeString(value.f40());
        if (value.f41() != null) writeI32(value.f41());
        if (value.f42() != null) writeI64(value.f42());
        if (value.f43() != null) writeF64(value.f43());
        if (value.f44() != null) writeBool(value.f44());
        if (value.f45() != null) writeString(value.f45());
        if (value.f46() != null) writeI32(value.f46());
        if (value.f47() != null) writeI64(value.f47());
        if (value.f48() != null) writeF64(value.f48());
        if (value.f49() != null) writeBool(value.f49());
        if (value.f50() != null) writeString(value.f50());
        if (value.f51() != null) writeI32(value.f51());
        if (value.f52() != null) writeI64(value.f52());
        if (value.f53() != null) writeF64(value.f53());
        if (value.f54() != null) writeBool(value.f54());
        if (value.f55() != null) writeString(value.f55());
        if (value.f56() != null) writeI32(value.f56());
        if (value.f57() != null) writeI64(value.f57());
        if (value.f58() != null) writeF64(value.f58());
        if (value.f59() != null) writeBool(value.f59());
        if (value.f60() != null) writeString(value.f60());
        if (value.f61() != null) writeI32(value.f61());
        if (value.f62() != null) writeI64(value.f62());
        if (value.f63() != null) writeF64(value.f63());
        if (value.f64() != null) writeBool(value.f64());
        if (value.f65() != null) writeString(value.f65());
        if (value.f66() != null) writeI32(value.f66());
        if (value.f67() != null) writeI64(value.f67());
        if (value.f68() != null) writeF64(value.f68());
        if (value.f69() != null) writeBool(value.f69());
        if (value.f70() != null) writeString(value.f70());
        if (value.f71() != null) writeI32(value.f71());
        if (value.f72() != null) writeI64(value.f72());
        if (value.f73() != null) writeF64(value.f73());
        if (value.f74() != null) writeBool(value.f74());
        if (value.f75() != null) writeString(value.f75());
        if (value.f76() != null) writeI32(value.f76());
        if (value.f77() != null) writeI64(value.f77());
        if (value.f78() != null) writeF64(value.f78());
        if (value.f79() != null) writeBool(value.f79());
        if (value.f80() != null) writeString(value.f80());
        if (value.f81() != null) writeI32(value.f81());
        if (value.f82() != null) writeI64(value.f82());
        if (value.f83() != null) writeF64(value.f83());
        if (value.f84() != null) writeBool(value.f84());
        if (value.f85() != null) writeString(value.f85());
        if (value.f86() != null) writeI32(value.f86());
        if (value.f87() != null) writeI64(value.f87());
        if (value.f88() != null) writeF64(value.f88());
        if (value.f89() != null) writeBool(value.f89());
        if (value.f90() != null) writeString(value.f90());
        if (value.f91() != null) writeI32(value.f91());
        if (value.f92() != null) writeI64(value.f92());
        if (value.f93() != null) writeF64(value.f93());
        if (value.f94() != null) writeBool(value.f94());
        if (value.f95() != null) writeString(value.f95());
        if (value.f96() != null) writeI32(value.f96());
        if (value.f97() != null) writeI64(value.f97());
        if (value.f98() != null) writeF64(value.f98());
        if (value.f99() != null) writeBool(value.f99());
        if (value.f100() != null) writeString(value.f100());
        return at;
    }

    private void entry(int number, int kind) {
        int distance = number - last;
        last = number;
        if (distance <= 15) {
            buffer[at++] = (byte) (distance << 4 | kind);
        } else {
            buffer[at++] = (byte) kind;
            buffer[at++] = (byte) distance;
        }
    }

    private void writeI32(int value) {
        I32.set(buffer, at, value);
        at += 4;
    }

    private void writeI64(long value) {
        I64.set(buffer, at, value);
        at += 8;
    }

    private void writeF64(double value) {
        F64.set(buffer, at, value);
        at += 8;
    }

    private void writeBool(boolean value) {
        buffer[at++] = (byte) (value ? 1 : 0);
    }

    private void writeString(String value) {
        at = writeText(buffer, at, value);
    }

    @Override
    Sparse decode(byte[] message) {
        int end = 1 + message[0];
        int number = 0;
        long low = 0;
        long high = 0;
        for (int i = 1; i < end; i++) {
            int entry = message[i];
            int distance = entry >>> 4 & 0xF;
            number += distance != 0 ? distance : message[++i];
            if (number > 100 || (entry & 0xF) != KINDS[(number - 1) % 5]) {
                throw unexpected("shape");
            }
            if (number < 64) {
                low |= 1L << number;
            } else {
                high |= 1L << number - 64;
            }
        }
        at = end;
        Sparse value = values(message, low, high);
        if (at != message.length) {
            throw unexpected("length");
        }
        return value;
    }

    private Sparse values(byte[] message, long low, long high) {
        Sparse.Builder value = Sparse.builder();
        if ((low & 1L << 1) != 0) value.f1(i32(message));
        if ((low & 1L << 2) != 0) value.f2(i64(message));
        if ((low & 1L << 3) != 0) value.f3(f64(message));
        if ((low & 1L << 4) != 0) value.f4(bool(message));
        if ((low & 1L << 5) != 0) value.f5(string(message));
        if ((low & 1L << 6) != 0) value.f6(i32(message));
        if ((low & 1L << 7) != 0) value.f7(i64(message));
        if ((low & 1L << 8) != 0) value.f8(f64(message));
        if ((low & 1L << 9) != 0) value.f9(bool(message));
        if ((low & 1L << 10) != 0) value.f10(string(message));
        if ((low & 1L << 11) != 0) value.f11(i32(message));
        if ((low & 1L << 12) != 0) value.f12(i64(message));
        if ((low & 1L << 13) != 0) value.f13(f64(message));
        if ((low & 1L << 14) != 0) value.f14(bool(message));
        if ((low & 1L << 15) != 0) value.f15(string(message));
        if ((low & 1L << 16) != 0) value.f16(i32(message));
        if ((low & 1L << 17) != 0) value.f17(i64(message));
        if ((low & 1L << 18) != 0) value.f18(f64(message));
        if ((low & 1L << 19) != 0) value.f19(bool(message));
        if ((low & 1L << 20) != 0) value.f20(string(message));
        if ((low & 1L << 21) != 0) value.f21(i32(message));
        if ((low & 1L << 22) != 0) value.f22(i64(message));
        if ((low & 1L << 23) != 0) value.f23(f64(message));
        if ((low & 1L << 24) != 0) value.f24(bool(message));
        if ((low & 1L << 25) != 0) value.f25(string(message));
        if ((low & 1L << 26) != 0) value.f26(i32(message));
        if ((low & 1L << 27) != 0) value.f27(i64(message));
        if ((low & 1L << 28) != 0) value.f28(f64(message));
        if ((low & 1L << 29) != 0) value.f29(bool(message));
        if ((low & 1L << 30) != 0) value.f30(string(message));
        if ((low & 1L << 31) != 0) value.f31(i32(message));
        if ((low & 1L << 32) != 0) value.f32(i64(message));
        if ((low & 1L << 33) != 0) value.f33(f64(message));
        if ((low & 1L << 34) != 0) value.f34(bool(message));
        if ((low & 1L << 35) != 0) value.f35(string(message));
        if ((low & 1L << 36) != 0) value.f36(i32(message));
        if ((low & 1L << 37) != 0) value.f37(i64(message));
        if ((low & 1L << 38) != 0) value.f38(f64(message));
        if ((low & 1L << 39) != 0) value.f39(bool(message));
        if ((low & 1L << 40) != 0) value.f40(string(message));
        if ((low & 1L << 41) != 0) value.f41(i32(message));
        if ((low & 1L << 42) != 0) value.f42(i64(message));
        if ((low & 1L << 43) != 0) value.f43(f64(message));
        if ((low & 1L << 44) != 0) value.f44(bool(message));
        if ((low & 1L << 45) != 0) value.f45(string(message));
        if ((low & 1L << 46) != 0) value.f46(i32(message));
        if ((low & 1L << 47) != 0) value.f47(i64(message));
        if ((low & 1L << 48) != 0) value.f48(f64(message));
        if ((low & 1L << 49) != 0) value.f49(bool(message));
        if ((low & 1L << 50) != 0) value.f50(string(message));
        if ((low & 1L << 51) != 0) value.f51(i32(message));
        if ((low & 1L << 52) != 0) value.f52(i64(message));
        if ((low & 1L << 53) != 0) value.f53(f64(message));
        if ((low & 1L << 54) != 0) value.f54(bool(message));
        if ((low & 1L << 55) != 0) value.f55(string(message));
        if ((low & 1L << 56) != 0) value.f56(i32(message));
        if ((low & 1L << 57) != 0) value.f57(i64(message));
        if ((low & 1L << 58) != 0) value.f58(f64(message));
        if ((low & 1L << 59) != 0) value.f59(bool(message));
        if ((low & 1L << 60) != 0) value.f60(string(message));
        if ((low & 1L << 61) != 0) value.f61(i32(message));
        if ((low & 1L << 62) != 0) value.f62(i64(message));
        if ((low & 1L << 63) != 0) value.f63(f64(message));
        if ((high & 1L << 0) != 0) value.f64(bool(message));
        if ((high & 1L << 1) != 0) value.f65(string(message));
        if ((high & 1L << 2) != 0) value.f66(i32(message));
        if ((high & 1L << 3) != 0) value.f67(i64(message));
        if ((high & 1L << 4) != 0) value.f68(f64(message));
        if ((high & 1L << 5) != 0) value.f69(bool(message));
        if ((high & 1L << 6) != 0) value.f70(string(message));
        if ((high & 1L << 7) != 0) value.f71(i32(message));
        if ((high & 1L << 8) != 0) value.f72(i64(message));
        if ((high & 1L << 9) != 0) value.f73(f64(message));
        if ((high & 1L << 10) != 0) value.f74(bool(message));
        if ((high & 1L << 11) != 0) value.f75(string(message));
        if ((high & 1L << 12) != 0) value.f76(i32(message));
        if ((high & 1L << 13) != 0) value.f77(i64(message));
        if ((high & 1L << 14) != 0) value.f78(f64(message));
        if ((high & 1L << 15) != 0) value.f79(bool(message));
        if ((high & 1L << 16) != 0) value.f80(string(message));
        if ((high & 1L << 17) != 0) value.f81(i32(message));
        if ((high & 1L << 18) != 0) value.f82(i64(message));
        if ((high & 1L << 19) != 0) value.f83(f64(message));
        if ((high & 1L << 20) != 0) value.f84(bool(message));
        if ((high & 1L << 21) != 0) value.f85(string(message));
        if ((high & 1L << 22) != 0) value.f86(i32(message));
        if ((high & 1L << 23) != 0) value.f87(i64(message));
        if ((high & 1L << 24) != 0) value.f88(f64(message));
        if ((high & 1L << 25) != 0) value.f89(bool(message));
        if ((high & 1L << 26) != 0) value.f90(string(message));
        if ((high & 1L << 27) != 0) value.f91(i32(message));
        if ((high & 1L << 28) != 0) value.f92(i64(message));
        if ((high & 1L << 29) != 0) value.f93(f64(message));
        if ((high & 1L << 30) != 0) value.f94(bool(message));
        if ((high & 1L << 31) != 0) value.f95(string(message));
        if ((high & 1L << 32) != 0) value.f96(i32(message));
        if ((high & 1L << 33) != 0) value.f97(i64(message));
        if ((high & 1L << 34) != 0) value.f98(f64(message));
        if ((high & 1L << 35) != 0) value.f99(bool(message));
        if ((high & 1L << 36) != 0) value.f100(string(message));
        return value.build();
    }

    private int i32(byte[] message) {
        at += 4;
        return (int) I32.get(message, at - 4);
    }

    private long i64(byte[] message) {
        at += 8;
        return (long) I64.get(message, at - 8);
    }

    private double f64(byte[] message) {
        at += 8;
        return (double) F64.get(message, at - 8);
    }

    private boolean bool(byte[] message) {
        int octet = message[at++];
        if ((octet & ~1) != 0) {
            throw unexpected("bool");
        }
        return octet != 0;
    }

    private String string(byte[] message) {
        int length = message[at++];
        if (length < 0) {
            throw unexpected("text than a short one");
        }
        at += length;
        return text(message, at - length, length);
    }

    @Override
    Object neutral(Sparse value) {
        return value;
    }
}
