// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.core.name.DomainName;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The one challenge that a line is about, and the way to the API and the name servers. */
final class HandOptions {
    @Mixin
    final HookOptions hook = new HookOptions();

    @Mixin
    final DnsOptions dns = new DnsOptions();

    @Mixin
    final ApiOptions api = new ApiOptions();

    @Parameters(
            index = "0",
            paramLabel = "FQDN",
            description = "The full challenge name, such as _acme-challenge.example.com.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "The text of the TXT record, 43 characters.")
    private String value = "";

    ChallengeValue challenge() {
        return new ChallengeValue(DomainName.of(name), value);
    }
}
