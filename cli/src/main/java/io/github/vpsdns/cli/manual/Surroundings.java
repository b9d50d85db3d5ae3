// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What a command has to do with, besides its options: variables without an option, files, and pages of other sections. */
final class Surroundings {
    private Surroundings() {}

    /** Returns variables that no option stands for, each with its meaning. */
    static Map<String, String> variables(CommandSpec command) {
        Map<String, String> variables = new LinkedHashMap<>();
        if (command.findOption("--token-file") != null) {
            variables.put("VPS_API_TOKEN", "The token of the API.");
            variables.put("VPS_API_TOKEN_FILE", "A file that holds the token, which only its owner can read.");
            variables.put(
                    "CREDENTIALS_DIRECTORY",
                    "Set by systemd; its credential vps-api-token is the token if nothing else names one.");
        }
        if (command.parent() == null) {
            variables.put("JAVA_HOME", "The Java, 17 or later, that runs the program; otherwise the one on the PATH.");
            variables.put("VPSDNS_JAVA_OPTS", "Further options of the JVM, which win over those of the launcher.");
            variables.put("NO_COLOR", "Not empty: no colours.");
        }
        return variables;
    }

    /** Returns files, each with what it is. */
    static Map<String, String> files(CommandSpec command) {
        Map<String, String> files = new LinkedHashMap<>();
        if (command.findOption("--dir") != null) {
            files.put("/var/lib/vpsdns/acme", "Accounts, certificates and what is remembered of them, of root.");
            files.put("~/.local/state/vpsdns/acme", "The same of any other user.");
        }
        if (command.findOption("--config") != null) {
            String service = group(command);
            String memory = service.equals("ddns") ? "ddns.json" : "webhook.db";
            files.put("/etc/vpsdns/" + service + ".yaml", "The configuration, see vpsdns-" + service + ".yaml(5).");
            files.put("/var/lib/vpsdns/" + memory, "What must not be forgotten, of root.");
            files.put("~/.local/state/vpsdns/" + memory, "The same of any other user.");
        }
        return files;
    }

    /** Returns pages of section 5 that belong to a command. */
    static List<String> pages(CommandSpec command) {
        String group = group(command);
        return group.equals("ddns") || group.equals("webhook") ? List.of("vpsdns-" + group + ".yaml") : List.of();
    }

    private static String group(CommandSpec command) {
        return Commands.path(command).split(" ", 2)[0];
    }
}
