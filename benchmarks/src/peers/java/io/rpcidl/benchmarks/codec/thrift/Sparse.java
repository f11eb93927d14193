package io.rpcidl.benchmarks.codec.thrift;

import java.util.BitSet;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolUtil;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;

/** One hundred optional fields. Reads and writes as what the Thrift compiler generates does. */
public final class Sparse {

    private static final TStruct STRUCT = new TStruct("Sparse");
    private static final TField F1 = new TField("f1", TType.I32, (short) 1);
    private static final TField F2 = new TField("f2", TType.I64, (short) 2);
    private static final TField F3 = new TField("f3", TType.DOUBLE, (short) 3);
    private static final TField F4 = new TField("f4", TType.BOOL, (short) 4);
    private static final TField F5 = new TField("f5", TType.STRING, (short) 5);
    private static final TField F6 = new TField("f6", TType.I32, (short) 6);
    private static final TField F7 = new TField("f7", TType.I64, (short) 7);
    private static final TField F8 = new TField("f8", TType.DOUBLE, (short) 8);
    private static final TField F9 = new TField("f9", TType.BOOL, (short) 9);
    private static final TField F10 = new TField("f10", TType.STRING, (short) 10);
    private static final TField F11 = new TField("f11", TType.I32, (short) 11);
    private static final TField F12 = new TField("f12", TType.I64, (short) 12);
    private static final TField F13 = new TField("f13", TType.DOUBLE, (short) 13);
    private static final TField F14 = new TField("f14", TType.BOOL, (short) 14);
    private static final TField F15 = new TField("f15", TType.STRING, (short) 15);
    private static final TField F16 = new TField("f16", TType.I32, (short) 16);
    private static final TField F17 = new TField("f17", TType.I64, (short) 17);
    private static final TField F18 = new TField("f18", TType.DOUBLE, (short) 18);
    private static final TField F19 = new TField("f19", TType.BOOL, (short) 19);
    private static final TField F20 = new TField("f20", TType.STRING, (short) 20);
    private static final TField F21 = new TField("f21", TType.I32, (short) 21);
    private static final TField F22 = new TField("f22", TType.I64, (short) 22);
    private static final TField F23 = new TField("f23", TType.DOUBLE, (short) 23);
    private static final TField F24 = new TField("f24", TType.BOOL, (short) 24);
    private static final TField F25 = new TField("f25", TType.STRING, (short) 25);
    private static final TField F26 = new TField("f26", TType.I32, (short) 26);
    private static final TField F27 = new TField("f27", TType.I64, (short) 27);
    private static final TField F28 = new TField("f28", TType.DOUBLE, (short) 28);
    private static final TField F29 = new TField("f29", TType.BOOL, (short) 29);
    private static final TField F30 = new TField("f30", TType.STRING, (short) 30);
    private static final TField F31 = new TField("f31", TType.I32, (short) 31);
    private static final TField F32 = new TField("f32", TType.I64, (short) 32);
    private static final TField F33 = new TField("f33", TType.DOUBLE, (short) 33);
    private static final TField F34 = new TField("f34", TType.BOOL, (short) 34);
    private static final TField F35 = new TField("f35", TType.STRING, (short) 35);
    private static final TField F36 = new TField("f36", TType.I32, (short) 36);
    private static final TField F37 = new TField("f37", TType.I64, (short) 37);
    private static final TField F38 = new TField("f38", TType.DOUBLE, (short) 38);
    private static final TField F39 = new TField("f39", TType.BOOL, (short) 39);
    private static final TField F40 = new TField("f40", TType.STRING, (short) 40);
    private static final TField F41 = new TField("f41", TType.I32, (short) 41);
    private static final TField F42 = new TField("f42", TType.I64, (short) 42);
    private static final TField F43 = new TField("f43", TType.DOUBLE, (short) 43);
    private static final TField F44 = new TField("f44", TType.BOOL, (short) 44);
    private static final TField F45 = new TField("f45", TType.STRING, (short) 45);
    private static final TField F46 = new TField("f46", TType.I32, (short) 46);
    private static final TField F47 = new TField("f47", TType.I64, (short) 47);
    private static final TField F48 = new TField("f48", TType.DOUBLE, (short) 48);
    private static final TField F49 = new TField("f49", TType.BOOL, (short) 49);
    private static final TField F50 = new TField("f50", TType.STRING, (short) 50);
    private static final TField F51 = new TField("f51", TType.I32, (short) 51);
    private static final TField F52 = new TField("f52", TType.I64, (short) 52);
    private static final TField F53 = new TField("f53", TType.DOUBLE, (short) 53);
    private static final TField F54 = new TField("f54", TType.BOOL, (short) 54);
    private static final TField F55 = new TField("f55", TType.STRING, (short) 55);
    private static final TField F56 = new TField("f56", TType.I32, (short) 56);
    private static final TField F57 = new TField("f57", TType.I64, (short) 57);
    private static final TField F58 = new TField("f58", TType.DOUBLE, (short) 58);
    private static final TField F59 = new TField("f59", TType.BOOL, (short) 59);
    private static final TField F60 = new TField("f60", TType.STRING, (short) 60);
    private static final TField F61 = new TField("f61", TType.I32, (short) 61);
    private static final TField F62 = new TField("f62", TType.I64, (short) 62);
    private static final TField F63 = new TField("f63", TType.DOUBLE, (short) 63);
    private static final TField F64 = new TField("f64", TType.BOOL, (short) 64);
    private static final TField F65 = new TField("f65", TType.STRING, (short) 65);
    private static final TField F66 = new TField("f66", TType.I32, (short) 66);
    private static final TField F67 = new TField("f67", TType.I64, (short) 67);
    private static final TField F68 = new TField("f68", TType.DOUBLE, (short) 68);
    private static final TField F69 = new TField("f69", TType.BOOL, (short) 69);
    private static final TField F70 = new TField("f70", TType.STRING, (short) 70);
    private static final TField F71 = new TField("f71", TType.I32, (short) 71);
    private static final TField F72 = new TField("f72", TType.I64, (short) 72);
    private static final TField F73 = new TField("f73", TType.DOUBLE, (short) 73);
    private static final TField F74 = new TField("f74", TType.BOOL, (short) 74);
    private static final TField F75 = new TField("f75", TType.STRING, (short) 75);
    private static final TField F76 = new TField("f76", TType.I32, (short) 76);
    private static final TField F77 = new TField("f77", TType.I64, (short) 77);
    private static final TField F78 = new TField("f78", TType.DOUBLE, (short) 78);
    private static final TField F79 = new TField("f79", TType.BOOL, (short) 79);
    private static final TField F80 = new TField("f80", TType.STRING, (short) 80);
    private static final TField F81 = new TField("f81", TType.I32, (short) 81);
    private static final TField F82 = new TField("f82", TType.I64, (short) 82);
    private static final TField F83 = new TField("f83", TType.DOUBLE, (short) 83);
    private static final TField F84 = new TField("f84", TType.BOOL, (short) 84);
    private static final TField F85 = new TField("f85", TType.STRING, (short) 85);
    private static final TField F86 = new TField("f86", TType.I32, (short) 86);
    private static final TField F87 = new TField("f87", TType.I64, (short) 87);
    private static final TField F88 = new TField("f88", TType.DOUBLE, (short) 88);
    private static final TField F89 = new TField("f89", TType.BOOL, (short) 89);
    private static final TField F90 = new TField("f90", TType.STRING, (short) 90);
    private static final TField F91 = new TField("f91", TType.I32, (short) 91);
    private static final TField F92 = new TField("f92", TType.I64, (short) 92);
    private static final TField F93 = new TField("f93", TType.DOUBLE, (short) 93);
    private static final TField F94 = new TField("f94", TType.BOOL, (short) 94);
    private static final TField F95 = new TField("f95", TType.STRING, (short) 95);
    private static final TField F96 = new TField("f96", TType.I32, (short) 96);
    private static final TField F97 = new TField("f97", TType.I64, (short) 97);
    private static final TField F98 = new TField("f98", TType.DOUBLE, (short) 98);
    private static final TField F99 = new TField("f99", TType.BOOL, (short) 99);
    private static final TField F100 = new TField("f100", TType.STRING, (short) 100);

    public int f1, f6, f11, f16, f21, f26, f31, f36, f41, f46, f51, f56, f61, f66, f71, f76, f81, f86, f91, f96;
    public long f2, f7, f12, f17, f22, f27, f32, f37, f42, f47, f52, f57, f62, f67, f72, f77, f82, f87, f92, f97;
    public double f3, f8, f13, f18, f23, f28, f33, f38, f43, f48, f53, f58, f63, f68, f73, f78, f83, f88, f93, f98;
    public boolean f4, f9, f14, f19, f24, f29, f34, f39, f44, f49, f54, f59, f64, f69, f74, f79, f84, f89, f94, f99;
    public String f5, f10, f15, f20, f25, f30, f35, f40, f45, f50, f55, f60, f65, f70, f75, f80, f85, f90, f95, f100;

    /** Which of the fields that are numbers or bools are there: field n has bit n. */
    public final BitSet isSet = new BitSet(101);

    public void read(TProtocol in) throws TException {
        in.readStructBegin();
        while (true) {
            TField field = in.readFieldBegin();
            if (field.type == TType.STOP) {
                break;
            }
            switch (field.id) {
                case 1: if (field.type == TType.I32) { f1 = in.readI32(); isSet.set(1); } else TProtocolUtil.skip(in, field.type); break;
                case 2: if (field.type == TType.I64) { f2 = in.readI64(); isSet.set(2); } else TProtocolUtil.skip(in, field.type); break;
                case 3: if (field.type == TType.DOUBLE) { f3 = in.readDouble(); isSet.set(3); } else TProtocolUtil.skip(in, field.type); break;
                case 4: if (field.type == TType.BOOL) { f4 = in.readBool(); isSet.set(4); } else TProtocolUtil.skip(in, field.type); break;
                case 5: if (field.type == TType.STRING) f5 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 6: if (field.type == TType.I32) { f6 = in.readI32(); isSet.set(6); } else TProtocolUtil.skip(in, field.type); break;
                case 7: if (field.type == TType.I64) { f7 = in.readI64(); isSet.set(7); } else TProtocolUtil.skip(in, field.type); break;
                case 8: if (field.type == TType.DOUBLE) { f8 = in.readDouble(); isSet.set(8); } else TProtocolUtil.skip(in, field.type); break;
                case 9: if (field.type == TType.BOOL) { f9 = in.readBool(); isSet.set(9); } else TProtocolUtil.skip(in, field.type); break;
                case 10: if (field.type == TType.STRING) f10 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 11: if (field.type == TType.I32) { f11 = in.readI32(); isSet.set(11); } else TProtocolUtil.skip(in, field.type); break;
                case 12: if (field.type == TType.I64) { f12 = in.readI64(); isSet.set(12); } else TProtocolUtil.skip(in, field.type); break;
                case 13: if (field.type == TType.DOUBLE) { f13 = in.readDouble(); isSet.set(13); } else TProtocolUtil.skip(in, field.type); break;
                case 14: if (field.type == TType.BOOL) { f14 = in.readBool(); isSet.set(14); } else TProtocolUtil.skip(in, field.type); break;
                case 15: if (field.type == TType.STRING) f15 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 16: if (field.type == TType.I32) { f16 = in.readI32(); isSet.set(16); } else TProtocolUtil.skip(in, field.type); break;
                case 17: if (field.type == TType.I64) { f17 = in.readI64(); isSet.set(17); } else TProtocolUtil.skip(in, field.type); break;
                case 18: if (field.type == TType.DOUBLE) { f18 = in.readDouble(); isSet.set(18); } else TProtocolUtil.skip(in, field.type); break;
                case 19: if (field.type == TType.BOOL) { f19 = in.readBool(); isSet.set(19); } else TProtocolUtil.skip(in, field.type); break;
                case 20: if (field.type == TType.STRING) f20 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 21: if (field.type == TType.I32) { f21 = in.readI32(); isSet.set(21); } else TProtocolUtil.skip(in, field.type); break;
                case 22: if (field.type == TType.I64) { f22 = in.readI64(); isSet.set(22); } else TProtocolUtil.skip(in, field.type); break;
                case 23: if (field.type == TType.DOUBLE) { f23 = in.readDouble(); isSet.set(23); } else TProtocolUtil.skip(in, field.type); break;
                case 24: if (field.type == TType.BOOL) { f24 = in.readBool(); isSet.set(24); } else TProtocolUtil.skip(in, field.type); break;
                case 25: if (field.type == TType.STRING) f25 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 26: if (field.type == TType.I32) { f26 = in.readI32(); isSet.set(26); } else TProtocolUtil.skip(in, field.type); break;
                case 27: if (field.type == TType.I64) { f27 = in.readI64(); isSet.set(27); } else TProtocolUtil.skip(in, field.type); break;
                case 28: if (field.type == TType.DOUBLE) { f28 = in.readDouble(); isSet.set(28); } else TProtocolUtil.skip(in, field.type); break;
                case 29: if (field.type == TType.BOOL) { f29 = in.readBool(); isSet.set(29); } else TProtocolUtil.skip(in, field.type); break;
                case 30: if (field.type == TType.STRING) f30 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 31: if (field.type == TType.I32) { f31 = in.readI32(); isSet.set(31); } else TProtocolUtil.skip(in, field.type); break;
                case 32: if (field.type == TType.I64) { f32 = in.readI64(); isSet.set(32); } else TProtocolUtil.skip(in, field.type); break;
                case 33: if (field.type == TType.DOUBLE) { f33 = in.readDouble(); isSet.set(33); } else TProtocolUtil.skip(in, field.type); break;
                case 34: if (field.type == TType.BOOL) { f34 = in.readBool(); isSet.set(34); } else TProtocolUtil.skip(in, field.type); break;
                case 35: if (field.type == TType.STRING) f35 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 36: if (field.type == TType.I32) { f36 = in.readI32(); isSet.set(36); } else TProtocolUtil.skip(in, field.type); break;
                case 37: if (field.type == TType.I64) { f37 = in.readI64(); isSet.set(37); } else TProtocolUtil.skip(in, field.type); break;
                case 38: if (field.type == TType.DOUBLE) { f38 = in.readDouble(); isSet.set(38); } else TProtocolUtil.skip(in, field.type); break;
                case 39: if (field.type == TType.BOOL) { f39 = in.readBool(); isSet.set(39); } else TProtocolUtil.skip(in, field.type); break;
                case 40: if (field.type == TType.STRING) f40 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 41: if (field.type == TType.I32) { f41 = in.readI32(); isSet.set(41); } else TProtocolUtil.skip(in, field.type); break;
                case 42: if (field.type == TType.I64) { f42 = in.readI64(); isSet.set(42); } else TProtocolUtil.skip(in, field.type); break;
                case 43: if (field.type == TType.DOUBLE) { f43 = in.readDouble(); isSet.set(43); } else TProtocolUtil.skip(in, field.type); break;
                case 44: if (field.type == TType.BOOL) { f44 = in.readBool(); isSet.set(44); } else TProtocolUtil.skip(in, field.type); break;
                case 45: if (field.type == TType.STRING) f45 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 46: if (field.type == TType.I32) { f46 = in.readI32(); isSet.set(46); } else TProtocolUtil.skip(in, field.type); break;
                case 47: if (field.type == TType.I64) { f47 = in.readI64(); isSet.set(47); } else TProtocolUtil.skip(in, field.type); break;
                case 48: if (field.type == TType.DOUBLE) { f48 = in.readDouble(); isSet.set(48); } else TProtocolUtil.skip(in, field.type); break;
                case 49: if (field.type == TType.BOOL) { f49 = in.readBool(); isSet.set(49); } else TProtocolUtil.skip(in, field.type); break;
                case 50: if (field.type == TType.STRING) f50 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 51: if (field.type == TType.I32) { f51 = in.readI32(); isSet.set(51); } else TProtocolUtil.skip(in, field.type); break;
                case 52: if (field.type == TType.I64) { f52 = in.readI64(); isSet.set(52); } else TProtocolUtil.skip(in, field.type); break;
                case 53: if (field.type == TType.DOUBLE) { f53 = in.readDouble(); isSet.set(53); } else TProtocolUtil.skip(in, field.type); break;
                case 54: if (field.type == TType.BOOL) { f54 = in.readBool(); isSet.set(54); } else TProtocolUtil.skip(in, field.type); break;
                case 55: if (field.type == TType.STRING) f55 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 56: if (field.type == TType.I32) { f56 = in.readI32(); isSet.set(56); } else TProtocolUtil.skip(in, field.type); break;
                case 57: if (field.type == TType.I64) { f57 = in.readI64(); isSet.set(57); } else TProtocolUtil.skip(in, field.type); break;
                case 58: if (field.type == TType.DOUBLE) { f58 = in.readDouble(); isSet.set(58); } else TProtocolUtil.skip(in, field.type); break;
                case 59: if (field.type == TType.BOOL) { f59 = in.readBool(); isSet.set(59); } else TProtocolUtil.skip(in, field.type); break;
                case 60: if (field.type == TType.STRING) f60 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 61: if (field.type == TType.I32) { f61 = in.readI32(); isSet.set(61); } else TProtocolUtil.skip(in, field.type); break;
                case 62: if (field.type == TType.I64) { f62 = in.readI64(); isSet.set(62); } else TProtocolUtil.skip(in, field.type); break;
                case 63: if (field.type == TType.DOUBLE) { f63 = in.readDouble(); isSet.set(63); } else TProtocolUtil.skip(in, field.type); break;
                case 64: if (field.type == TType.BOOL) { f64 = in.readBool(); isSet.set(64); } else TProtocolUtil.skip(in, field.type); break;
                case 65: if (field.type == TType.STRING) f65 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 66: if (field.type == TType.I32) { f66 = in.readI32(); isSet.set(66); } else TProtocolUtil.skip(in, field.type); break;
                case 67: if (field.type == TType.I64) { f67 = in.readI64(); isSet.set(67); } else TProtocolUtil.skip(in, field.type); break;
                case 68: if (field.type == TType.DOUBLE) { f68 = in.readDouble(); isSet.set(68); } else TProtocolUtil.skip(in, field.type); break;
                case 69: if (field.type == TType.BOOL) { f69 = in.readBool(); isSet.set(69); } else TProtocolUtil.skip(in, field.type); break;
                case 70: if (field.type == TType.STRING) f70 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 71: if (field.type == TType.I32) { f71 = in.readI32(); isSet.set(71); } else TProtocolUtil.skip(in, field.type); break;
                case 72: if (field.type == TType.I64) { f72 = in.readI64(); isSet.set(72); } else TProtocolUtil.skip(in, field.type); break;
                case 73: if (field.type == TType.DOUBLE) { f73 = in.readDouble(); isSet.set(73); } else TProtocolUtil.skip(in, field.type); break;
                case 74: if (field.type == TType.BOOL) { f74 = in.readBool(); isSet.set(74); } else TProtocolUtil.skip(in, field.type); break;
                case 75: if (field.type == TType.STRING) f75 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 76: if (field.type == TType.I32) { f76 = in.readI32(); isSet.set(76); } else TProtocolUtil.skip(in, field.type); break;
                case 77: if (field.type == TType.I64) { f77 = in.readI64(); isSet.set(77); } else TProtocolUtil.skip(in, field.type); break;
                case 78: if (field.type == TType.DOUBLE) { f78 = in.readDouble(); isSet.set(78); } else TProtocolUtil.skip(in, field.type); break;
                case 79: if (field.type == TType.BOOL) { f79 = in.readBool(); isSet.set(79); } else TProtocolUtil.skip(in, field.type); break;
                case 80: if (field.type == TType.STRING) f80 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 81: if (field.type == TType.I32) { f81 = in.readI32(); isSet.set(81); } else TProtocolUtil.skip(in, field.type); break;
                case 82: if (field.type == TType.I64) { f82 = in.readI64(); isSet.set(82); } else TProtocolUtil.skip(in, field.type); break;
                case 83: if (field.type == TType.DOUBLE) { f83 = in.readDouble(); isSet.set(83); } else TProtocolUtil.skip(in, field.type); break;
                case 84: if (field.type == TType.BOOL) { f84 = in.readBool(); isSet.set(84); } else TProtocolUtil.skip(in, field.type); break;
                case 85: if (field.type == TType.STRING) f85 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 86: if (field.type == TType.I32) { f86 = in.readI32(); isSet.set(86); } else TProtocolUtil.skip(in, field.type); break;
                case 87: if (field.type == TType.I64) { f87 = in.readI64(); isSet.set(87); } else TProtocolUtil.skip(in, field.type); break;
                case 88: if (field.type == TType.DOUBLE) { f88 = in.readDouble(); isSet.set(88); } else TProtocolUtil.skip(in, field.type); break;
                case 89: if (field.type == TType.BOOL) { f89 = in.readBool(); isSet.set(89); } else TProtocolUtil.skip(in, field.type); break;
                case 90: if (field.type == TType.STRING) f90 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 91: if (field.type == TType.I32) { f91 = in.readI32(); isSet.set(91); } else TProtocolUtil.skip(in, field.type); break;
                case 92: if (field.type == TType.I64) { f92 = in.readI64(); isSet.set(92); } else TProtocolUtil.skip(in, field.type); break;
                case 93: if (field.type == TType.DOUBLE) { f93 = in.readDouble(); isSet.set(93); } else TProtocolUtil.skip(in, field.type); break;
                case 94: if (field.type == TType.BOOL) { f94 = in.readBool(); isSet.set(94); } else TProtocolUtil.skip(in, field.type); break;
                case 95: if (field.type == TType.STRING) f95 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                case 96: if (field.type == TType.I32) { f96 = in.readI32(); isSet.set(96); } else TProtocolUtil.skip(in, field.type); break;
                case 97: if (field.type == TType.I64) { f97 = in.readI64(); isSet.set(97); } else TProtocolUtil.skip(in, field.type); break;
                case 98: if (field.type == TType.DOUBLE) { f98 = in.readDouble(); isSet.set(98); } else TProtocolUtil.skip(in, field.type); break;
                case 99: if (field.type == TType.BOOL) { f99 = in.readBool(); isSet.set(99); } else TProtocolUtil.skip(in, field.type); break;
                case 100: if (field.type == TType.STRING) f100 = in.readString(); else TProtocolUtil.skip(in, field.type); break;
                default: TProtocolUtil.skip(in, field.type);
            }
            in.readFieldEnd();
        }
        in.readStructEnd();
    }

    public void write(TProtocol out) throws TException {
        out.writeStructBegin(STRUCT);
        if (isSet.get(1)) { out.writeFieldBegin(F1); out.writeI32(f1); out.writeFieldEnd(); }
        if (isSet.get(2)) { out.writeFieldBegin(F2); out.writeI64(f2); out.writeFieldEnd(); }
        if (isSet.get(3)) { out.writeFieldBegin(F3); out.writeDouble(f3); out.writeFieldEnd(); }
        if (isSet.get(4)) { out.writeFieldBegin(F4); out.writeBool(f4); out.writeFieldEnd(); }
        if (f5 != null) { out.writeFieldBegin(F5); out.writeString(f5); out.writeFieldEnd(); }
        if (isSet.get(6)) { out.writeFieldBegin(F6); out.writeI32(f6); out.writeFieldEnd(); }
        if (isSet.get(7)) { out.writeFieldBegin(F7); out.writeI64(f7); out.writeFieldEnd(); }
        if (isSet.get(8)) { out.writeFieldBegin(F8); out.writeDouble(f8); out.writeFieldEnd(); }
        if (isSet.get(9)) { out.writeFieldBegin(F9); out.writeBool(f9); out.writeFieldEnd(); }
        if (f10 != null) { out.writeFieldBegin(F10); out.writeString(f10); out.writeFieldEnd(); }
        if (isSet.get(11)) { out.writeFieldBegin(F11); out.writeI32(f11); out.writeFieldEnd(); }
        if (isSet.get(12)) { out.writeFieldBegin(F12); out.writeI64(f12); out.writeFieldEnd(); }
        if (isSet.get(13)) { out.writeFieldBegin(F13); out.writeDouble(f13); out.writeFieldEnd(); }
        if (isSet.get(14)) { out.writeFieldBegin(F14); out.writeBool(f14); out.writeFieldEnd(); }
        if (f15 != null) { out.writeFieldBegin(F15); out.writeString(f15); out.writeFieldEnd(); }
        if (isSet.get(16)) { out.writeFieldBegin(F16); out.writeI32(f16); out.writeFieldEnd(); }
        if (isSet.get(17)) { out.writeFieldBegin(F17); out.writeI64(f17); out.writeFieldEnd(); }
        if (isSet.get(18)) { out.writeFieldBegin(F18); out.writeDouble(f18); out.writeFieldEnd(); }
        if (isSet.get(19)) { out.writeFieldBegin(F19); out.writeBool(f19); out.writeFieldEnd(); }
        if (f20 != null) { out.writeFieldBegin(F20); out.writeString(f20); out.writeFieldEnd(); }
        if (isSet.get(21)) { out.writeFieldBegin(F21); out.writeI32(f21); out.writeFieldEnd(); }
        if (isSet.get(22)) { out.writeFieldBegin(F22); out.writeI64(f22); out.writeFieldEnd(); }
        if (isSet.get(23)) { out.writeFieldBegin(F23); out.writeDouble(f23); out.writeFieldEnd(); }
        if (isSet.get(24)) { out.writeFieldBegin(F24); out.writeBool(f24); out.writeFieldEnd(); }
        if (f25 != null) { out.writeFieldBegin(F25); out.writeString(f25); out.writeFieldEnd(); }
        if (isSet.get(26)) { out.writeFieldBegin(F26); out.writeI32(f26); out.writeFieldEnd(); }
        if (isSet.get(27)) { out.writeFieldBegin(F27); out.writeI64(f27); out.writeFieldEnd(); }
        if (isSet.get(28)) { out.writeFieldBegin(F28); out.writeDouble(f28); out.writeFieldEnd(); }
        if (isSet.get(29)) { out.writeFieldBegin(F29); out.writeBool(f29); out.writeFieldEnd(); }
        if (f30 != null) { out.writeFieldBegin(F30); out.writeString(f30); out.writeFieldEnd(); }
        if (isSet.get(31)) { out.writeFieldBegin(F31); out.writeI32(f31); out.writeFieldEnd(); }
        if (isSet.get(32)) { out.writeFieldBegin(F32); out.writeI64(f32); out.writeFieldEnd(); }
        if (isSet.get(33)) { out.writeFieldBegin(F33); out.writeDouble(f33); out.writeFieldEnd(); }
        if (isSet.get(34)) { out.writeFieldBegin(F34); out.writeBool(f34); out.writeFieldEnd(); }
        if (f35 != null) { out.writeFieldBegin(F35); out.writeString(f35); out.writeFieldEnd(); }
        if (isSet.get(36)) { out.writeFieldBegin(F36); out.writeI32(f36); out.writeFieldEnd(); }
        if (isSet.get(37)) { out.writeFieldBegin(F37); out.writeI64(f37); out.writeFieldEnd(); }
        if (isSet.get(38)) { out.writeFieldBegin(F38); out.writeDouble(f38); out.writeFieldEnd(); }
        if (isSet.get(39)) { out.writeFieldBegin(F39); out.writeBool(f39); out.writeFieldEnd(); }
        if (f40 != null) { out.writeFieldBegin(F40); out.writeString(f40); out.writeFieldEnd(); }
        if (isSet.get(41)) { out.writeFieldBegin(F41); out.writeI32(f41); out.writeFieldEnd(); }
        if (isSet.get(42)) { out.writeFieldBegin(F42); out.writeI64(f42); out.writeFieldEnd(); }
        if (isSet.get(43)) { out.writeFieldBegin(F43); out.writeDouble(f43); out.writeFieldEnd(); }
        if (isSet.get(44)) { out.writeFieldBegin(F44); out.writeBool(f44); out.writeFieldEnd(); }
        if (f45 != null) { out.writeFieldBegin(F45); out.writeString(f45); out.writeFieldEnd(); }
        if (isSet.get(46)) { out.writeFieldBegin(F46); out.writeI32(f46); out.writeFieldEnd(); }
        if (isSet.get(47)) { out.writeFieldBegin(F47); out.writeI64(f47); out.writeFieldEnd(); }
        if (isSet.get(48)) { out.writeFieldBegin(F48); out.writeDouble(f48); out.writeFieldEnd(); }
        if (isSet.get(49)) { out.writeFieldBegin(F49); out.writeBool(f49); out.writeFieldEnd(); }
        if (f50 != null) { out.writeFieldBegin(F50); out.writeString(f50); out.writeFieldEnd(); }
        if (isSet.get(51)) { out.writeFieldBegin(F51); out.writeI32(f51); out.writeFieldEnd(); }
        if (isSet.get(52)) { out.writeFieldBegin(F52); out.writeI64(f52); out.writeFieldEnd(); }
        if (isSet.get(53)) { out.writeFieldBegin(F53); out.writeDouble(f53); out.writeFieldEnd(); }
        if (isSet.get(54)) { out.writeFieldBegin(F54); out.writeBool(f54); out.writeFieldEnd(); }
        if (f55 != null) { out.writeFieldBegin(F55); out.writeString(f55); out.writeFieldEnd(); }
        if (isSet.get(56)) { out.writeFieldBegin(F56); out.writeI32(f56); out.writeFieldEnd(); }
        if (isSet.get(57)) { out.writeFieldBegin(F57); out.writeI64(f57); out.writeFieldEnd(); }
        if (isSet.get(58)) { out.writeFieldBegin(F58); out.writeDouble(f58); out.writeFieldEnd(); }
        if (isSet.get(59)) { out.writeFieldBegin(F59); out.writeBool(f59); out.writeFieldEnd(); }
        if (f60 != null) { out.writeFieldBegin(F60); out.writeString(f60); out.writeFieldEnd(); }
        if (isSet.get(61)) { out.writeFieldBegin(F61); out.writeI32(f61); out.writeFieldEnd(); }
        if (isSet.get(62)) { out.writeFieldBegin(F62); out.writeI64(f62); out.writeFieldEnd(); }
        if (isSet.get(63)) { out.writeFieldBegin(F63); out.writeDouble(f63); out.writeFieldEnd(); }
        if (isSet.get(64)) { out.writeFieldBegin(F64); out.writeBool(f64); out.writeFieldEnd(); }
        if (f65 != null) { out.writeFieldBegin(F65); out.writeString(f65); out.writeFieldEnd(); }
        if (isSet.get(66)) { out.writeFieldBegin(F66); out.writeI32(f66); out.writeFieldEnd(); }
        if (isSet.get(67)) { out.writeFieldBegin(F67); out.writeI64(f67); out.writeFieldEnd(); }
        if (isSet.get(68)) { out.writeFieldBegin(F68); out.writeDouble(f68); out.writeFieldEnd(); }
        if (isSet.get(69)) { out.writeFieldBegin(F69); out.writeBool(f69); out.writeFieldEnd(); }
        if (f70 != null) { out.writeFieldBegin(F70); out.writeString(f70); out.writeFieldEnd(); }
        if (isSet.get(71)) { out.writeFieldBegin(F71); out.writeI32(f71); out.writeFieldEnd(); }
        if (isSet.get(72)) { out.writeFieldBegin(F72); out.writeI64(f72); out.writeFieldEnd(); }
        if (isSet.get(73)) { out.writeFieldBegin(F73); out.writeDouble(f73); out.writeFieldEnd(); }
        if (isSet.get(74)) { out.writeFieldBegin(F74); out.writeBool(f74); out.writeFieldEnd(); }
        if (f75 != null) { out.writeFieldBegin(F75); out.writeString(f75); out.writeFieldEnd(); }
        if (isSet.get(76)) { out.writeFieldBegin(F76); out.writeI32(f76); out.writeFieldEnd(); }
        if (isSet.get(77)) { out.writeFieldBegin(F77); out.writeI64(f77); out.writeFieldEnd(); }
        if (isSet.get(78)) { out.writeFieldBegin(F78); out.writeDouble(f78); out.writeFieldEnd(); }
        if (isSet.get(79)) { out.writeFieldBegin(F79); out.writeBool(f79); out.writeFieldEnd(); }
        if (f80 != null) { out.writeFieldBegin(F80); out.writeString(f80); out.writeFieldEnd(); }
        if (isSet.get(81)) { out.writeFieldBegin(F81); out.writeI32(f81); out.writeFieldEnd(); }
        if (isSet.get(82)) { out.writeFieldBegin(F82); out.writeI64(f82); out.writeFieldEnd(); }
        if (isSet.get(83)) { out.writeFieldBegin(F83); out.writeDouble(f83); out.writeFieldEnd(); }
        if (isSet.get(84)) { out.writeFieldBegin(F84); out.writeBool(f84); out.writeFieldEnd(); }
        if (f85 != null) { out.writeFieldBegin(F85); out.writeString(f85); out.writeFieldEnd(); }
        if (isSet.get(86)) { out.writeFieldBegin(F86); out.writeI32(f86); out.writeFieldEnd(); }
        if (isSet.get(87)) { out.writeFieldBegin(F87); out.writeI64(f87); out.writeFieldEnd(); }
        if (isSet.get(88)) { out.writeFieldBegin(F88); out.writeDouble(f88); out.writeFieldEnd(); }
        if (isSet.get(89)) { out.writeFieldBegin(F89); out.writeBool(f89); out.writeFieldEnd(); }
        if (f90 != null) { out.writeFieldBegin(F90); out.writeString(f90); out.writeFieldEnd(); }
        if (isSet.get(91)) { out.writeFieldBegin(F91); out.writeI32(f91); out.writeFieldEnd(); }
        if (isSet.get(92)) { out.writeFieldBegin(F92); out.writeI64(f92); out.writeFieldEnd(); }
        if (isSet.get(93)) { out.writeFieldBegin(F93); out.writeDouble(f93); out.writeFieldEnd(); }
        if (isSet.get(94)) { out.writeFieldBegin(F94); out.writeBool(f94); out.writeFieldEnd(); }
        if (f95 != null) { out.writeFieldBegin(F95); out.writeString(f95); out.writeFieldEnd(); }
        if (isSet.get(96)) { out.writeFieldBegin(F96); out.writeI32(f96); out.writeFieldEnd(); }
        if (isSet.get(97)) { out.writeFieldBegin(F97); out.writeI64(f97); out.writeFieldEnd(); }
        if (isSet.get(98)) { out.writeFieldBegin(F98); out.writeDouble(f98); out.writeFieldEnd(); }
        if (isSet.get(99)) { out.writeFieldBegin(F99); out.writeBool(f99); out.writeFieldEnd(); }
        if (f100 != null) { out.writeFieldBegin(F100); out.writeString(f100); out.writeFieldEnd(); }
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
