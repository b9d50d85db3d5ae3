// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.webhook.report.WebhookStatus;

/** How it stands in one line, for {@code systemctl status}. Stateless. */
final class StatusLine {
    private StatusLine() {}

    static String of(WebhookStatus status) {
        int known = status.hosts().size();
        StringBuilder line = new StringBuilder(
                switch (known) {
                    case 0 -> "no set of records is known";
                    case 1 -> "one set of records";
                    default -> known + " sets of records";
                });
        if (status.waiting() > 0) {
            line.append(", ").append(status.waiting()).append(" to be written");
        }
        if (status.challenges() > 0) {
            line.append(", ").append(status.challenges()).append(" challenge values");
        }
        if (!status.lockouts().isEmpty()) {
            line.append(", ").append(status.lockouts().size()).append(" locked out");
        }
        if (status.api().problem() != null) {
            line.append("; the API is not called: ").append(status.api().problem());
        }
        if (status.storeProblem() != null) {
            line.append("; the database cannot be used: ").append(status.storeProblem());
        }
        return line.toString();
    }
}
