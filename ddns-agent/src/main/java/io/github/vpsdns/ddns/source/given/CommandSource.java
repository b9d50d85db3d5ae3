// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.given;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.command.CommandException;
import io.github.vpsdns.core.command.UserCommand;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A command that prints addresses, one a line, 64 KiB at most. It finds in {@code VPSDNS_FAMILY} which family is asked for, {@code
 * ipv4} or {@code ipv6}, and may print both. What it needs longer than it has is cut off by killing it with its children.
 *
 * <p>Immutable and thread-safe; two readings at once run it twice.
 */
public final class CommandSource implements AddressSource {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SourceSpec.Command spec;
    private final UserCommand command;

    /**
     * Takes the command.
     *
     * @param spec with a line for the shell
     */
    public CommandSource(SourceSpec.Command spec) {
        this.spec = spec;
        this.command = UserCommand.shell("source " + spec, spec.line(), LONGEST);
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        byte[] printed;
        try {
            printed = command.read(Map.of("VPSDNS_FAMILY", family.word()), limit);
        } catch (CommandException e) {
            throw new SourceException(String.valueOf(e.getMessage()), e);
        }
        return AddressLines.read(spec, family, printed);
    }
}
