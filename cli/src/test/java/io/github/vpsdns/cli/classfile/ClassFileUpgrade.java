// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.classfile;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Copies a jar, giving class files from before Java 6 the format of Java 8 and changing nothing else.
 *
 * <p>The JVM keeps no older ones in its archives, nor any class that descends from them; verifies them by inference, which is slow; and
 * Java 17 dies while it makes an archive if a lambda implements one of their interfaces (JDK-8274944).
 */
final class ClassFileUpgrade {
    /** Tells in the copy what was done to it, as its licence asks. */
    static final String NOTICE = "META-INF/CHANGED-BY-VPSDNS";

    private static final String CHANGE = "Class files older than Java 6 were given the format of Java 8.\n";
    private static final int MAJOR_VERSION_OFFSET = 6;

    private ClassFileUpgrade() {}

    /**
     * Copies.
     *
     * @param arguments the jar, and its copy to be
     */
    public static void main(String[] arguments) throws IOException {
        upgrade(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void upgrade(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream copy = new ZipOutputStream(file);
                URLClassLoader relatives =
                        new URLClassLoader(new URL[] {from.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                byte[] content = jar.getInputStream(entry).readAllBytes();
                put(copy, entry, isOld(entry, content) ? upgraded(content, relatives) : content);
            }
            put(copy, noticeBeside(jar.getEntry("META-INF/MANIFEST.MF")), CHANGE.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What belongs to Groovy has relatives that are not there. */
    private static boolean isOld(ZipEntry entry, byte[] content) {
        return entry.getName().endsWith(".class")
                && !entry.getName().contains("/groovy/")
                && new ClassReader(content).readShort(MAJOR_VERSION_OFFSET) < Opcodes.V1_6;
    }

    private static byte[] upgraded(byte[] content, ClassLoader relatives) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return relatives;
            }
        };
        new ClassReader(content).accept(new Versioned(writer), ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    private static ZipEntry noticeBeside(ZipEntry other) {
        ZipEntry notice = new ZipEntry(NOTICE);
        notice.setTimeLocal(other.getTimeLocal());
        return notice;
    }

    private static void put(ZipOutputStream copy, ZipEntry like, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(like.getName());
        entry.setTimeLocal(like.getTimeLocal());
        copy.putNextEntry(entry);
        copy.write(content);
        copy.closeEntry();
    }

    private static final class Versioned extends ClassVisitor {
        Versioned(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            super.visit(Opcodes.V1_8, access, name, signature, parent, interfaces);
        }
    }
}
