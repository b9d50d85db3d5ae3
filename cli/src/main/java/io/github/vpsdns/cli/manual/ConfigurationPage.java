// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of section 5 about a configuration file: the section about its keys in the documentation, and the sample. */
final class ConfigurationPage {
    /** The pages that there are. */
    static final List<String> NAMES = List.of("vpsdns-ddns.yaml", "vpsdns-webhook.yaml");

    private static final String SECTION = "Configuration";

    private ConfigurationPage() {}

    /** The page about the agent's file. */
    static String ofAgent(Path documentation, Path samples, Edition edition) throws IOException {
        return of(
                "ddns", "configuration of the agent", documentation.resolve("dynamic-addresses.md"), samples, edition);
    }

    /** The page about the server's file. */
    static String ofServer(Path documentation, Path samples, Edition edition) throws IOException {
        return of("webhook", "configuration of the server", documentation.resolve("webhook.md"), samples, edition);
    }

    private static String of(String service, String subject, Path source, Path samples, Edition edition)
            throws IOException {
        String file = service + ".yaml";
        Roff page = edition.page("vpsdns-" + file, 5)
                .section("NAME")
                .paragraph(Roff.text("vpsdns-" + file) + " \\- " + Roff.text(subject + " (vpsdns " + service + ")"))
                .section("DESCRIPTION");
        MarkdownPage.write(MarkdownSection.of(Files.readString(source), SECTION), page);
        return page.section("EXAMPLES")
                .paragraph("The sample of the installation, with every key:")
                .verbatim(Files.readAllLines(samples.resolve(file)))
                .section("FILES")
                .tagged(Roff.bold("/etc/vpsdns/" + file), Roff.text("Where it is looked for if nothing else is said."))
                .section("SEE ALSO")
                .paragraph(Roff.bold("vpsdns-" + service) + "(1), " + Roff.bold("vpsdns-" + service + "-run") + "(1)")
                .page();
    }
}
