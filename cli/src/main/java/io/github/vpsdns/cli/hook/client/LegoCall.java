// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * lego's provider {@code exec}: {@code present|cleanup FQDN. VALUE}, or in {@code EXEC_MODE=RAW} {@code present|cleanup -- DOMAIN
 * TOKEN KEYAUTH}. It aborts when the hook fails.
 */
final class LegoCall {
    private LegoCall() {}

    static Optional<ClientRequest> read(List<String> words) {
        if (words.isEmpty() || !List.of("present", "cleanup").contains(words.get(0))) {
            return Optional.empty();
        }
        List<ChallengeValue> value;
        if (words.size() == 5 && words.get(1).equals("--")) {
            value = List.of(ChallengeValue.ofKeyAuthorization(DomainName.of(words.get(2)), words.get(4)));
        } else if (words.size() == 3) {
            value = List.of(new ChallengeValue(DomainName.of(words.get(1)), words.get(2)));
        } else {
            return Optional.empty();
        }
        return Optional.of(
                words.get(0).equals("present")
                        ? ClientRequest.Present.awaited(value)
                        : new ClientRequest.CleanUp(value));
    }
}
