// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * The one challenge that a line is about, and the way to the API and the name servers. It is loaded for any line, and the types of
 * its members with it.
 */
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
    String name = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "The text of the TXT record, 43 characters.")
    String value = "";
}
