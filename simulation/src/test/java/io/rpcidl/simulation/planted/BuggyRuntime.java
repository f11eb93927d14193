package io.rpcidl.simulation.planted;

import io.rpcidl.simulation.planted.RuntimeBug.Edit;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Loads the runtime and the simulation once more, with a mistake in one method. */
final class BuggyRuntime extends ClassLoader {
    private static final String OURS = "io.rpcidl.";

    private final RuntimeBug bug;

    BuggyRuntime(RuntimeBug bug) {
        super(BuggyRuntime.class.getClassLoader());
        this.bug = bug;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] octets = file.readAllBytes();
            byte[] planted = name.equals(bug.className()) ? plant(octets) : octets;
            return defineClass(name, planted, 0, planted.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    private byte[] plant(byte[] octets) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        AtomicBoolean found = new AtomicBoolean();
        new ClassReader(octets)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                MethodVisitor method =
                                        super.visitMethod(access, name, descriptor, signature, exceptions);
                                if (!name.equals(bug.method())) {
                                    return method;
                                }
                                found.set(true);
                                return switch (bug.edit()) {
                                    case RESULT_IS_TRUE, RESULT_IS_LARGE -> new OtherResult(method);
                                    case IS_TRUE, IS_FALSE, DOES_NOTHING -> emptied(method);
                                };
                            }
                        },
                        0);
        if (!found.get()) {
            throw new IllegalStateException(
                    bug.className() + " has no method " + bug.method() + "; plant " + bug + " where it went");
        }
        return writer.toByteArray();
    }

    /** Writes the new body; the old one goes nowhere. */
    private MethodVisitor emptied(MethodVisitor method) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitCode() {
                method.visitCode();
                if (bug.edit() == Edit.DOES_NOTHING) {
                    method.visitInsn(Opcodes.RETURN);
                } else {
                    method.visitInsn(bug.edit() == Edit.IS_TRUE ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
                    method.visitInsn(Opcodes.IRETURN);
                }
                method.visitMaxs(0, 0);
                method.visitEnd();
            }
        };
    }

    /** Keeps the body, and replaces what it returns. */
    private static final class OtherResult extends MethodVisitor {
        private static final long LARGE = 1 << 30;

        OtherResult(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.IRETURN) {
                super.visitInsn(Opcodes.POP);
                super.visitInsn(Opcodes.ICONST_1);
            } else if (opcode == Opcodes.LRETURN) {
                super.visitInsn(Opcodes.POP2);
                super.visitLdcInsn(LARGE);
            }
            super.visitInsn(opcode);
        }
    }
}
