// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.acme.dns01.Presentation;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.hook.client.ClientCall;
import io.github.vpsdns.cli.hook.client.ClientRequest;
import io.github.vpsdns.cli.hook.client.ClientRequest.CleanUp;
import io.github.vpsdns.cli.hook.client.ClientRequest.Declined;
import io.github.vpsdns.cli.hook.client.ClientRequest.Present;
import io.github.vpsdns.cli.hook.client.ClientRequest.Wait;
import java.util.List;

/** What a client asked for, done, and said in its own way: by the exit status. */
final class ClientWork {
    private ClientWork() {}

    static int run(Frame frame, List<String> words, HookOptions hook, DnsOptions dns, ApiOptions api) {
        ClientRequest request = ClientCall.read(words, frame.host().environment());
        if (request instanceof Present present) {
            echo(frame, present);
            // certbot shows all that a hook says when it is over; lines of progress would be no progress there.
            try (ChallengeWork work = ChallengeWork.open(frame, !present.cleanedUpAnyway(), hook, dns, api)) {
                present(work, present);
            }
        } else if (request instanceof CleanUp cleanUp) {
            try (ChallengeWork work = ChallengeWork.open(frame, false, hook, dns, api)) {
                work.remove(cleanUp.values());
            }
        } else if (request instanceof Declined) {
            return ExitStatus.FAILED;
        }
        return ExitStatus.DONE;
    }

    private static void present(ChallengeWork work, Present request) {
        try (Presentation presentation = work.provider().present(request.values())) {
            if (request.cleanedUpAnyway()) {
                presentation.keep();
            }
            if (request.awaited() instanceof Wait.Own) {
                presentation.awaitEverywhere();
            } else if (request.awaited() instanceof Wait.Standing standing) {
                work.provider().awaitStanding(standing.challengeNames());
            }
            presentation.keep();
        }
    }

    /** Before anything can fail, for the clean-up is told apart by it. */
    private static void echo(Frame frame, Present request) {
        if (!request.echo().isEmpty()) {
            frame.terminal().out().println(request.echo());
            frame.terminal().out().flush();
        }
    }
}
