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
            ClientHook.CERTBOT,
            ClientHook.LEGO,
            ClientHook.DEHYDRATED,
            ClientHook.UACME
        })
final class ClientHook implements Callable<Integer> {
    static final String NAME = "client-hook";

    /** How clients call it, for the help of all that has to do with it. */
    static final String CERTBOT =
            "  certbot     [auth|cleanup], and CERTBOT_DOMAIN, CERTBOT_VALIDATION ... in the environment";

    static final String LEGO = "  lego        present|cleanup FQDN VALUE";
    static final String DEHYDRATED =
            "  dehydrated  deploy_challenge|clean_challenge DOMAIN TOKEN VALUE ...; other operations do nothing";
    static final String UACME = "  uacme       begin|done|failed TYPE NAME TOKEN VALUE";

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
