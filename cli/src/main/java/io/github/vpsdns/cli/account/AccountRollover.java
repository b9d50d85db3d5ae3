// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.account;

import io.github.vpsdns.cli.acme.Candidates;
import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rollover",
        description = "Give the account a new key, from which on the CA takes no request by the old one.",
        footer = {
            "",
            "Examples:",
            "  vpsdns acme account rollover",
            "  vpsdns acme account rollover --account-key-type p384"
        })
final class AccountRollover implements Callable<Integer> {
    private final Frame frame;

    @Mixin
    private final AccountOptions account = new AccountOptions();

    @Option(
            names = "--account-key-type",
            completionCandidates = Candidates.KeyTypes.class,
            paramLabel = "TYPE",
            description = "p256 (default), p384, rsa2048, rsa3072 or rsa4096.")
    private String keyType = "p256";

    AccountRollover(Frame frame) {
        this.frame = frame;
    }

    @Override
    public Integer call() {
        AccountWork.of(frame, account).rollOver(keyType);
        return ExitStatus.DONE;
    }
}
