// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.hook.client.ClientRequest.Wait;
import io.github.vpsdns.core.name.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * certbot's manual plugin: {@code --manual-auth-hook} for each challenge, then {@code --manual-cleanup-hook} for each, all said
 * in the environment. It ignores the exit status of the first and asks the CA regardless, so the values are waited for in the
 * call that is the last of an order.
 */
final class CertbotCall {
    private static final String AUTH = "auth";
    private static final String CLEANUP = "cleanup";

    private CertbotCall() {}

    static Optional<ClientRequest> read(List<String> words, Map<String, String> environment) {
        boolean named = words.equals(List.of(AUTH)) || words.equals(List.of(CLEANUP));
        if (!named && !words.isEmpty()) {
            return Optional.empty();
        }
        // The names with IDENTIFIER are those of certbot 5.3 and later.
        @Nullable String domain = first(environment, "CERTBOT_IDENTIFIER", "CERTBOT_DOMAIN");
        @Nullable String validation = first(environment, "CERTBOT_VALIDATION");
        if (domain == null || validation == null) {
            if (named) {
                throw new UsageException("'" + words.get(0)
                        + "' is for certbot, but CERTBOT_DOMAIN and CERTBOT_VALIDATION are not in the environment");
            }
            return Optional.empty();
        }
        if (first(environment, "CERTBOT_TOKEN") != null) {
            throw new UsageException("certbot wants an http-01 challenge for '" + domain
                    + "', which DNS cannot answer; give certbot --preferred-challenges dns");
        }
        ChallengeValue value = new ChallengeValue(ChallengeValue.nameFor(DomainName.of(domain)), validation);
        boolean cleanup = named ? words.get(0).equals(CLEANUP) : isCleanup(environment, validation);
        return Optional.of(cleanup ? new ClientRequest.CleanUp(List.of(value)) : present(value, domain, environment));
    }

    private static ClientRequest present(ChallengeValue value, String domain, Map<String, String> environment) {
        return new ClientRequest.Present(
                List.of(value),
                isLast(environment) ? new Wait.Standing(names(domain, environment)) : new Wait.Later(),
                true,
                value.challengeName() + " TXT " + value.value());
    }

    /**
     * Without a word, only {@code CERTBOT_AUTH_OUTPUT} tells: what the auth hook printed, which is its value. That it is set does
     * not suffice: certbot leaves it in the environment of the auth hooks of the next certificate that it renews.
     */
    private static boolean isCleanup(Map<String, String> environment, String validation) {
        @Nullable String output = environment.get("CERTBOT_AUTH_OUTPUT");
        return output != null && (output.isBlank() || output.contains(validation));
    }

    private static boolean isLast(Map<String, String> environment) {
        @Nullable String remaining = first(environment, "CERTBOT_REMAINING_CHALLENGES");
        return remaining == null || remaining.trim().equals("0");
    }

    private static Set<DomainName> names(String domain, Map<String, String> environment) {
        @Nullable String all = first(environment, "CERTBOT_ALL_IDENTIFIERS", "CERTBOT_ALL_DOMAINS");
        return Stream.concat(Stream.of(domain), all == null ? Stream.empty() : Arrays.stream(all.split(",", -1)))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .map(DomainName::of)
                .map(ChallengeValue::nameFor)
                .collect(Collectors.toSet());
    }

    private static @Nullable String first(Map<String, String> environment, String... variables) {
        return Arrays.stream(variables)
                .map(environment::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
