// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.service.AddressText;
import io.github.vpsdns.ddns.report.AgentStatus;
import io.github.vpsdns.ddns.report.AgentStatus.Phase;
import java.util.stream.Collectors;

/** How it stands in one line, for {@code systemctl status}. Stateless. */
final class StatusLine {
    private StatusLine() {}

    static String of(AgentStatus status) {
        if (status.records().isEmpty()) {
            return "starting";
        }
        String addresses =
                status.addresses().stream().map(StatusLine::address).distinct().collect(Collectors.joining("; "));
        long right = status.records().stream().filter(StatusLine::isRight).count();
        String records = right + " of " + status.records().size() + " record sets are right";
        String paused = status.pause() == null ? "" : "; the API is not called: " + status.pause();
        return (addresses.isEmpty() ? "" : addresses + "; ") + records + paused;
    }

    private static String address(AgentStatus.Address address) {
        return address.family() + " "
                + (address.addresses().isEmpty() ? "unknown" : AddressText.words(address.addresses()));
    }

    private static boolean isRight(AgentStatus.Records records) {
        return records.phase() == Phase.PUBLISHED || records.phase() == Phase.VERIFIED;
    }
}
