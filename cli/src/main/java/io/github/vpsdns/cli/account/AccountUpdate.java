// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "update",
        description = "Have the CA write to these addresses and no others.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme account update --email hostmaster@example.com",
            "  vpsdns acme account update --no-email"
        })
final class AccountUpdate implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Where the CA may write to; repeatable.")
    private List<String> emails = new ArrayList<>();

    @Option(names = "--no-email", description = "The CA shall not write at all.")
    private boolean none;

    AccountUpdate(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        AccountWork.of(frame, account).update(emails, none);
        return ExitStatus.DONE;
    }
}
