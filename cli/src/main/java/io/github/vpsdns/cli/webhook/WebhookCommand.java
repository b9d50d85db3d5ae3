// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.base.Branch;
import io.github.vpsdns.cli.base.Frame;
import picocli.CommandLine.Command;

/** {@code vpsdns webhook}. */
@Command(
        name = "webhook",
        description =
                "Take DynDNS updates from routers and challenges from ACME clients, so that one machine holds the token.",
        footer = {
            "",
            "What is to be done stands in a configuration file; conf/webhook.yaml of the installation is a sample with every key."
        })
public final class WebhookCommand {
    private WebhookCommand() {}

    /**
     * Creates the command with those below it.
     *
     * @param frame what they work in
     * @return the command
     */
    public static Branch branch(Frame frame) {
        return Branch.of(WebhookCommand::new)
                .leaf("run", () -> new WebhookRun(frame))
                .leaf("hash-password", () -> new HashPassword(frame));
    }
}
