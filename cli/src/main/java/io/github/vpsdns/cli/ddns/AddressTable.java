// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.ddns.AddressView.Refused;
import io.github.vpsdns.cli.ddns.AddressView.Source;
import io.github.vpsdns.cli.terminal.Palette;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.cli.terminal.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what is known of the addresses. */
final class AddressTable {
    private record Document(List<AddressView> addresses) {}

    private AddressTable() {}

    static void print(Frame frame, List<AddressView> views) {
        if (frame.globals().json()) {
            frame.document(new Document(views));
            return;
        }
        Table table = frame.table("FAMILY", "SOURCE", "TIME", "SAYS");
        for (AddressView view : views) {
            for (Source source : view.sources()) {
                table.row(view.family(), source.source(), source.tookMillis() + " ms", words(source));
            }
        }
        table.finish();
        frame.terminal().out().println();
        views.forEach(view -> frame.terminal().out().println(line(view, frame.outPalette())));
    }

    private static String words(Source source) {
        if (source.addresses().isEmpty()) {
            return String.valueOf(source.problem());
        }
        return Stream.concat(
                        source.addresses().stream(), source.refused().stream().map(Refused::toString))
                .collect(Collectors.joining(", "));
    }

    private static String line(AddressView view, Palette palette) {
        if (view.known()) {
            return view.family() + ": " + palette.good(String.join(", ", view.addresses()))
                    + " would be published, said by " + String.join(", ", view.agreedBy());
        }
        return view.family() + ": " + palette.caution("not known") + ": "
                + Printable.of(Objects.requireNonNullElse(view.problem(), "no reason is known"));
    }
}
