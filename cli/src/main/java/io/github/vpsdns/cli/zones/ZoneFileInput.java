// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.zones;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.FailedException;
import io.github.vpsdns.cli.base.Failure;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.file.IoReason;
import io.github.vpsdns.core.zonefile.ZoneFile;
import io.github.vpsdns.core.zonefile.ZoneFileException;
import io.github.vpsdns.core.zonefile.ZoneFileReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The zone file that a user names, read to its end before anything is called. */
final class ZoneFileInput {
    private static final String STANDARD_INPUT = "-";

    private ZoneFileInput() {}

    /** Several mistakes are told to people a line each. */
    static ZoneFile read(Frame frame, String file, ZoneFileReader reader) {
        boolean isStandardInput = file.equals(STANDARD_INPUT);
        String called = called(file);
        try (InputStream in = isStandardInput ? standardInput(frame) : open(Path.of(file))) {
            return reader.read(called, in);
        } catch (ZoneFileException e) {
            int count = e.mistakes().size();
            if (count == 1 || frame.globals().json()) {
                throw new UsageException(e.getMessage() + "; nothing was done");
            }
            e.lines().forEach(line -> frame.note(Printable.of(line)));
            throw new UsageException("the zone file has " + count + " mistakes, told above; nothing was done");
        } catch (IOException e) {
            throw new UsageException("the zone file '" + called + "' cannot be read: " + IoReason.of(e));
        }
    }

    /** Returns what messages call the file. */
    static String called(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        return Files.newInputStream(file);
    }

    /** Not ours to close. */
    private static InputStream standardInput(Frame frame) {
        return new FilterInputStream(frame.terminal().in().stream()) {
            @Override
            public void close() {
                // Left open on purpose.
            }
        };
    }

    static FailedException failed(String message, Exception cause) {
        return new FailedException(new Failure("io", message, ExitStatus.FAILED, null, null, null, null), cause);
    }
}
