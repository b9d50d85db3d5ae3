// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.lineage;

import io.github.vpsdns.acme.migrate.Imported;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.cli.terminal.Printable;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An imported certificate as it is printed.
 *
 * @param lineage what it is called, there and here
 * @param action {@code taken}, {@code would-be-taken}, {@code here-already} or {@code failed}
 * @param account what became of the account: {@code taken}, {@code here-already}, {@code other-stays} or {@code missing}
 * @param names the names it is for
 * @param server the CA's ACME directory
 * @param directory where its files are here
 * @param certbotFile the file by which certbot goes on renewing it
 * @param remarks what a person should know
 */
record ImportView(
        String lineage,
        String action,
        @Nullable String account,
        List<String> names,
        @Nullable String server,
        @Nullable String directory,
        @Nullable String certbotFile,
        List<String> remarks) {
    static ImportView of(Imported imported) {
        return new ImportView(
                imported.name().toString(),
                word(imported.action()),
                word(imported.account()),
                imported.settings().names().stream().map(DomainName::toString).toList(),
                imported.settings().server().toString(),
                imported.live().toString(),
                imported.conf().toString(),
                imported.remarks());
    }

    static ImportView failed(LineageName name, VpsDnsException reason) {
        return new ImportView(
                name.toString(),
                "failed",
                null,
                List.of(),
                null,
                null,
                null,
                List.of(String.valueOf(reason.getMessage())));
    }

    /** Returns a paragraph for people, without a line end. */
    static String text(Imported imported) {
        StringBuilder text = new StringBuilder(Printable.of(imported.name().toString())).append(": ");
        text.append(
                switch (imported.action()) {
                    case TAKEN -> "taken over from certbot";
                    case WOULD_BE_TAKEN -> "would be taken over from certbot";
                    case HERE_ALREADY -> "is here already";
                });
        line(
                text,
                "names",
                String.join(
                        ", ",
                        imported.settings().names().stream()
                                .map(DomainName::toString)
                                .toList()));
        line(text, "CA", imported.settings().server().toString());
        line(
                text,
                "account",
                switch (imported.account()) {
                    case TAKEN -> "certbot's";
                    case HERE_ALREADY -> "certbot's, which is here already";
                    case OTHER_STAYS -> "the one that is here";
                    case MISSING -> "none yet";
                });
        line(text, "files", imported.live().toString());
        line(text, "certbot's", imported.conf().toString());
        imported.remarks().forEach(remark -> line(text, "note", remark));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "%n  %-12s %s", label, Printable.of(value)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
