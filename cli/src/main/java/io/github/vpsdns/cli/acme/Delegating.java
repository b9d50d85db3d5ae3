// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.delegation.DelegationState;
import io.github.vpsdns.acme.delegation.DelegationState.Status;
import io.github.vpsdns.acme.delegation.Delegations;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.edit.ZoneDirectory;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code vpsdns acme delegate} does; apart from the command, whose class is loaded for any line. */
final class Delegating {
    private Delegating() {}

    /**
     * A delegation as a JSON document shows it.
     *
     * @param name the name
     * @param record the CNAME record that should be there, as a line of a zone file
     * @param challengeName its owner
     * @param target its target
     * @param chain where the challenge name leads now, itself first; empty if that is not known
     * @param status {@code in-place}, {@code not-needed}, {@code missing}, {@code leads-outside}, {@code broken}, {@code
     *     unknown} or {@code unreachable}
     * @param created whether the record was made now
     * @param message one clause
     */
    private record View(
            String name,
            String record,
            String challengeName,
            String target,
            List<String> chain,
            String status,
            boolean created,
            String message) {}

    static int run(Frame frame, AcmeDelegate line) {
        List<DomainName> names = line.names.stream().map(DomainName::of).toList();
        @Nullable DomainName wanted = line.targetZone == null ? null : DomainName.of(line.targetZone);
        List<DelegationState> states = new ArrayList<>();
        List<View> views = new ArrayList<>();
        try (ApiConnection connection = ApiConnection.open(frame, line.api)) {
            DomainName zone = targetZone(connection.editor().zones(), wanted);
            Delegations delegations = new Delegations(connection.editor(), NameServers.of(frame, line.dns));
            for (DomainName name : names) {
                DelegationState state = delegations.look(name, zone);
                boolean create = line.create && state.status() == Status.MISSING && state.here();
                DelegationState now = create ? delegations.create(state) : state;
                states.add(now);
                views.add(view(now, create));
                if (!frame.globals().json()) {
                    frame.say(text(now));
                }
            }
        }
        if (frame.globals().json()) {
            frame.documents(views.stream());
        }
        return status(states);
    }

    private static DomainName targetZone(ZoneDirectory zones, @Nullable DomainName wanted) {
        List<DomainName> all = zones.all().stream().map(Zone::domain).toList();
        if (wanted != null) {
            if (!all.contains(wanted)) {
                throw new ZoneNotFoundException(wanted, all);
            }
            return wanted;
        }
        if (all.size() != 1) {
            throw new UsageException("which zone are the challenges to be led to? Give --target-zone; the account has "
                    + (all.isEmpty()
                            ? "none yet"
                            : all.stream().map(DomainName::toString).sorted().collect(Collectors.joining(", "))));
        }
        return all.get(0);
    }

    private static int status(List<DelegationState> states) {
        if (states.stream().allMatch(DelegationState::works)) {
            return ExitStatus.DONE;
        }
        return states.stream().allMatch(state -> state.works() || state.status() == Status.UNREACHABLE)
                ? ExitStatus.TRY_LATER
                : ExitStatus.FAILED;
    }

    private static String text(DelegationState state) {
        String first = Printable.of(state.name() + ": " + state.message());
        String todo = switch (state.status()) {
            case IN_PLACE, NOT_NEEDED -> "";
            case MISSING ->
                state.here() ? "; --create makes this one:" : "; create this one in the zone that the name is in:";
            case LEADS_OUTSIDE, BROKEN -> "; change it to this one:";
            case UNKNOWN, UNREACHABLE -> "; this record should be there:";
        };
        return todo.isEmpty() ? first : first + todo + System.lineSeparator() + "  " + state.line();
    }

    private static View view(DelegationState state, boolean created) {
        return new View(
                state.name().toString(),
                state.line(),
                state.challengeName().toString(),
                state.target().toString(),
                state.chain().stream().map(DomainName::toString).toList(),
                state.status().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                created,
                state.message());
    }
}
