// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.notify;

import io.github.vpsdns.cli.base.FromEnvironment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to tell when something fails. */
public final class NotifyOptions {
    @Option(
            names = "--notify-command",
            paramLabel = "COMMAND",
            description = "Run by sh -c when a renewal fails and when it is well again; VPSDNS_EVENT, VPSDNS_LINEAGE,"
                    + " VPSDNS_MESSAGE and others tell it what happened. [VPSDNS_ACME_NOTIFY_COMMAND]")
    @FromEnvironment("VPSDNS_ACME_NOTIFY_COMMAND")
    @Nullable
    String command;

    @Option(
            names = "--notify-webhook",
            paramLabel = "URL",
            description =
                    "Where to post the same as JSON, in a form that Slack and Mattermost show. Others see arguments:"
                            + " where the URL is a secret, use the variable or the file. [VPSDNS_ACME_NOTIFY_WEBHOOK]")
    @FromEnvironment("VPSDNS_ACME_NOTIFY_WEBHOOK")
    @Nullable
    String webhook;

    @Option(
            names = "--notify-webhook-file",
            paramLabel = "FILE",
            description = "A file that holds the webhook's URL. [VPSDNS_ACME_NOTIFY_WEBHOOK_FILE]")
    @FromEnvironment("VPSDNS_ACME_NOTIFY_WEBHOOK_FILE")
    @Nullable
    Path webhookFile;

    /** Creates the options as if none was given. */
    public NotifyOptions() {}
}
