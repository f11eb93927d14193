package io.rpcidl.benchmarks.codec.plain;

/** One hundred components, each of which may be null. */
public record Sparse(
        Integer f1, Long f2, Double f3, Boolean f4, String f5,
        Integer f6, Long f7, Double f8, Boolean f9, String f10,
        Integer f11, Long f12, Double f13, Boolean f14, String f15,
        Integer f16, Long f17, Double f18, Boolean f19, String f20,
        Integer f21, Long f22, Double f23, Boolean f24, String f25,
        Integer f26, Long f27, Double f28, Boolean f29, String f30,
        Integer f31, Long f32, Double f33, Boolean f34, String f35,
        Integer f36, Long f37, Double f38, Boolean f39, String f40,
        Integer f41, Long f42, Double f43, Boolean f44, String f45,
        Integer f46, Long f47, Double f48, Boolean f49, String f50,
        Integer f51, Long f52, Double f53, Boolean f54, String f55,
        Integer f56, Long f57, Double f58, Boolean f59, String f60,
        Integer f61, Long f62, Double f63, Boolean f64, String f65,
        Integer f66, Long f67, Double f68, Boolean f69, String f70,
        Integer f71, Long f72, Double f73, Boolean f74, String f75,
        Integer f76, Long f77, Double f78, Boolean f79, String f80,
        Integer f81, Long f82, Double f83, Boolean f84, String f85,
        Integer f86, Long f87, Double f88, Boolean f89, String f90,
        Integer f91, Long f92, Double f93, Boolean f94, String f95,
        Integer f96, Long f97, Double f98, Boolean f99, String f100) {}
