// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = ClientHook.NAME,
        hidden = true,
        description =
                "What bin/vpsdns-acme-hook runs: does what certbot, lego (exec), dehydrated or uacme asks of a hook.",
        footer = {
            "",
            "As the clients call it:",
            "  certbot     [auth|cleanup], and CERTBOT_DOMAIN, CERTBOT_VALIDATION ... in the environment",
            "  lego        present|cleanup FQDN VALUE",
            "  dehydrated  deploy_challenge|clean_challenge DOMAIN TOKEN VALUE ...; other operations do nothing",
            "  uacme       begin|done|failed TYPE NAME TOKEN VALUE"
        })
final class ClientHook implements Callable<Integer> {
    static final String NAME = "client-hook";

    private final Frame frame;

    @Mixin
    private final HookOptions hook = new HookOptions();

    @Mixin
    private final DnsOptions dns = new DnsOptions();

    @Mixin
    private final ApiOptions api = new ApiOptions();

    @Parameters(paramLabel = "WORD", description = "What the client says.")
    private List<String> words = new ArrayList<>();

    ClientHook(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        return ClientWork.run(frame, words, hook, dns, api);
    }
}
