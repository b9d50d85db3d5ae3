// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import io.github.vpsdns.cli.VpsDns;
import io.github.vpsdns.cli.base.Version;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Writes all that belongs below {@code share/} of an installation and is made of the commands. */
public final class Manual {
    private final Path share;

    private Manual(Path share) {
        this.share = share;
    }

    /**
     * Writes the files.
     *
     * @param args where to: the directory {@code share}, which need not be there; the directory of the documentation; that of the samples
     *     of configurations; that of the scripts to be filled in; and the day to which pages are dated, of which what is behind
     *     {@code yyyy-mm-dd} is left out
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException(
                    "expected where to write, the documentation, the samples, the scripts and a day");
        }
        new Manual(Path.of(args[0]))
                .write(
                        commands(),
                        Path.of(args[1]),
                        Path.of(args[2]),
                        Path.of(args[3]),
                        new Edition(Version.number(), args[4].substring(0, 10)));
    }

    private void write(CommandSpec root, Path documentation, Path samples, Path scripts, Edition edition)
            throws IOException {
        for (CommandSpec command : Commands.all(root).toList()) {
            put("man/man1/" + Commands.page(command) + ".1", CommandPage.of(command, edition));
        }
        put("man/man5/vpsdns-ddns.yaml.5", ConfigurationPage.ofAgent(documentation, samples, edition));
        put("man/man5/vpsdns-webhook.yaml.5", ConfigurationPage.ofServer(documentation, samples, edition));
        put(
                "bash-completion/completions/vpsdns",
                BashCompletion.of(root, Template.read(scripts.resolve("vpsdns.bash"))));
        put("zsh/site-functions/_vpsdns", ZshCompletion.of(root, Template.read(scripts.resolve("_vpsdns"))));
        put(
                "fish/vendor_completions.d/vpsdns.fish",
                FishCompletion.of(root, Template.read(scripts.resolve("vpsdns.fish"))));
    }

    private void put(String path, String content) throws IOException {
        Path file = share.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The commands where nothing is around them, so that no variable becomes a default. */
    static CommandSpec commands() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Host host = new Host(Map.of(), "", Path.of(""), Timekeeper.system());
        return VpsDns.commands(new Terminal(nowhere, nowhere, Screen.NONE, host))
                .getCommandSpec();
    }
}
