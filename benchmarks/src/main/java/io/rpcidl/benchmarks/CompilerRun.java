package io.rpcidl.benchmarks;

import io.rpcidl.compiler.CompileRequest;
import io.rpcidl.compiler.CompileResult;
import io.rpcidl.compiler.RpcidlCompiler;
import io.rpcidl.compiler.diagnostic.DiagnosticRenderer;
import io.rpcidl.compiler.generate.java.JavaBackend;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One compile in a JVM of its own, which prints what it cost. */
final class CompilerRun {

    private CompilerRun() {}

    /** The arguments are the source root and, to generate, the output folder. */
    public static void main(String[] arguments) throws IOException {
        Path output = arguments.length > 1 ? Path.of(arguments[1]) : null;
        CompileRequest request = new CompileRequest(List.of(Path.of(arguments[0])), List.of(), output);
        CompileResult result = new RpcidlCompiler(List.of(new JavaBackend())).compile(request);
        if (!result.diagnostics().isEmpty()
                || (output != null && result.written().isEmpty())) {
            System.err.println(new DiagnosticRenderer().text(result.diagnostics()));
            System.exit(1);
        }
        System.out.println(cpuNanos() + " " + peakHeap() + " " + peakResident());
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }

    /** The most that all heap pools held, each at its worst moment: never less than the true peak. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** The most resident memory as Linux knows it, or 0 elsewhere. */
    private static long peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
