// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * dehydrated's {@code HOOK}: {@code deploy_challenge|clean_challenge DOMAIN TOKEN VALUE}, with {@code HOOK_CHAIN=yes} such a triple
 * for each challenge of the order. It has many other operations and more to come, all of them words with underscores, and
 * demands success of a hook that does not know one.
 */
final class DehydratedCall {
    private static final Pattern OPERATION = Pattern.compile("[a-z]+(_+[a-z]+)+");

    private DehydratedCall() {}

    static Optional<ClientRequest> read(List<String> words) {
        if (words.isEmpty() || !OPERATION.matcher(words.get(0)).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (words.get(0)) {
                    case "deploy_challenge" -> ClientRequest.Present.awaited(values(words));
                    case "clean_challenge" -> new ClientRequest.CleanUp(values(words));
                    default -> new ClientRequest.Nothing();
                });
    }

    private static List<ChallengeValue> values(List<String> words) {
        if (words.size() < 4 || words.size() % 3 != 1) {
            throw new UsageException("'" + words.get(0) + "' has " + (words.size() - 1)
                    + " words after it; expected DOMAIN TOKEN VALUE, once or more");
        }
        List<ChallengeValue> values = new ArrayList<>();
        for (int i = 1; i < words.size(); i += 3) {
            values.add(value(words.get(i), words.get(i + 2)));
        }
        return values;
    }

    private static ChallengeValue value(String domain, String value) {
        DomainName name = ChallengeValue.nameFor(DomainName.of(domain));
        try {
            return new ChallengeValue(name, value);
        } catch (InvalidValueException e) {
            throw new UsageException(e.getMessage() + "; does dehydrated's configuration say CHALLENGETYPE=dns-01?");
        }
    }
}
