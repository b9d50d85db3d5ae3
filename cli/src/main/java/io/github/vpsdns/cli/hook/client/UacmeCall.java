// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * uacme's {@code --hook}: {@code begin|done|failed TYPE NAME TOKEN VALUE}, where the value of a dns-01 challenge is that of its
 * record. A {@code begin} that fails declines the challenge, and the next type is offered.
 */
final class UacmeCall {
    private UacmeCall() {}

    static Optional<ClientRequest> read(List<String> words) {
        if (words.size() != 5 || !List.of("begin", "done", "failed").contains(words.get(0))) {
            return Optional.empty();
        }
        boolean begin = words.get(0).equals("begin");
        if (!words.get(1).equals("dns-01")) {
            return Optional.of(begin ? new ClientRequest.Declined() : new ClientRequest.Nothing());
        }
        List<ChallengeValue> value =
                List.of(new ChallengeValue(ChallengeValue.nameFor(DomainName.of(words.get(2))), words.get(4)));
        return Optional.of(begin ? ClientRequest.Present.awaited(value) : new ClientRequest.CleanUp(value));
    }
}
