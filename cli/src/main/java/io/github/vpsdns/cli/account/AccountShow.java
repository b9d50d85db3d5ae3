// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        description = "Ask the CA what it knows of the account.",
        footer = {"", "Example:", "  vpsdns acme account show --server letsencrypt"})
final class AccountShow implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final AccountOptions account = new AccountOptions();

    AccountShow(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        AccountWork.of(frame, account).show();
        return ExitStatus.DONE;
    }
}
