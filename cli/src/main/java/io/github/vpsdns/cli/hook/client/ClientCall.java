// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import io.github.vpsdns.cli.base.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells the clients apart. The words come first: a client that another one started inherits the other's environment. */
public final class ClientCall {
    private ClientCall() {}

    /**
     * Understands a call of the hook.
     *
     * @param words the arguments
     * @param environment the environment
     * @return what is asked for
     * @throws UsageException if no client calls like that, or one calls with something missing
     * @throws io.github.vpsdns.core.InvalidValueException if a name or a value is none
     */
    public static ClientRequest read(List<String> words, Map<String, String> environment) {
        return Stream.<Supplier<Optional<ClientRequest>>>of(
                        () -> CertbotCall.read(words, environment),
                        () -> LegoCall.read(words),
                        () -> UacmeCall.read(words),
                        () -> DehydratedCall.read(words))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UsageException(complaint(words)));
    }

    private static String complaint(List<String> words) {
        String what = words.isEmpty()
                ? "there is neither an argument nor certbot's CERTBOT_DOMAIN and CERTBOT_VALIDATION in the environment"
                : "no client calls its hook with '" + words.get(0) + "' and " + (words.size() - 1) + " more words";
        return what + "; expected certbot's environment and 'auth' or 'cleanup',"
                + " 'present|cleanup FQDN VALUE' as of lego,"
                + " 'deploy_challenge|clean_challenge DOMAIN TOKEN VALUE ...' as of dehydrated,"
                + " or 'begin|done|failed TYPE NAME TOKEN VALUE' as of uacme";
    }
}
