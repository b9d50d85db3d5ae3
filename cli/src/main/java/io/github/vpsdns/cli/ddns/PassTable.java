// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.ddns.PassView.Records;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.terminal.Table;
import java.util.List;

/** Prints what one pass found and did. */
final class PassTable {
    private PassTable() {}

    static void print(Frame frame, PassView view) {
        if (frame.globals().json()) {
            frame.document(view);
            return;
        }
        Table table = frame.table("NAME", "FAMILY", "RECORDS", "RESULT");
        for (Records records : view.records()) {
            table.row(records.name(), records.family(), joined(records.now()), words(records));
        }
        table.finish();
        for (PassView.Address address : view.addresses()) {
            if (address.problem() != null) {
                frame.note(frame.errPalette().caution("no " + address.family() + " address:") + " "
                        + Printable.of(address.problem()));
            }
        }
        if (view.memory() != null) {
            frame.note(frame.errPalette().caution("memory:") + " " + Printable.of(view.memory()));
        }
        for (Records records : view.records()) {
            if (records.error() != null) {
                frame.note(frame.errPalette().bad(records.name() + " " + records.family() + ":") + " "
                        + Printable.of(records.error().message()));
            }
        }
    }

    private static String words(Records records) {
        String verified = records.verified() == null
                ? ""
                : records.verified() ? ", all name servers show it" : ", not all name servers show it yet";
        String before = records.before().isEmpty() ? "" : ", before: " + String.join(", ", records.before());
        return switch (records.result()) {
            case "unchanged" -> "as it should be" + verified;
            case "changed" -> "changed" + before + verified;
            case "would-change" -> "would be changed" + before;
            case "withdrawn" -> "withdrawn" + before + verified;
            case "would-withdraw" -> "would be withdrawn" + before;
            case "no-address" -> "left alone: no address is known";
            case "left" -> "left alone: somebody else changed it";
            default ->
                records.error() == null
                        ? records.result()
                        : "failed: " + records.error().kind();
        };
    }

    private static String joined(List<String> addresses) {
        return addresses.isEmpty() ? "-" : String.join(", ", addresses);
    }
}
