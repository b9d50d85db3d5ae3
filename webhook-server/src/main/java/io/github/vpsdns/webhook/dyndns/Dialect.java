// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.settings.User;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Wherein the protocols differ before an answer is written.
 *
 * @param names which hosts are meant, as they were sent
 * @param removal the parameter that, set to yes, takes the records away
 * @param together whether there is one word for all hosts, so that none is updated if one is not the user's
 */
record Dialect(BiFunction<Message, User, List<String>> names, String removal, boolean together) {
    static final Dialect DYNDNS2 = new Dialect(HostNames::dynDns, "offline", false);
    static final Dialect DUCKDNS = new Dialect(HostNames::duckDns, "clear", true);
}
