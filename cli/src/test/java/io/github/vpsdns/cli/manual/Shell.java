// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A shell that is asked what it would offer. */
record Shell(String script, List<String> command) {
    static final Shell BASH =
            new Shell("bash-completion/completions/vpsdns", List.of("bash", "src/test/resources/manual/complete.bash"));
    static final Shell ZSH =
            new Shell("zsh/site-functions", List.of("zsh", "-f", "src/test/resources/manual/complete.zsh"));
    static final Shell FISH = new Shell(
            "fish/vendor_completions.d/vpsdns.fish",
            List.of("fish", "--no-config", "src/test/resources/manual/complete.fish"));

    private static final String END = ".";

    /** Asks for the words behind each line, all in one process. */
    List<Set<String>> offers(Path share, String... lines) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.add(share.resolve(script).toString());
        words.addAll(List.of(lines));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("TERM", "dumb");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<Set<String>> offers = new ArrayList<>();
        Set<String> offered = new TreeSet<>();
        for (String line : said.lines().toList()) {
            if (line.equals(END)) {
                offers.add(offered);
                offered = new TreeSet<>();
            } else {
                offered.add(line);
            }
        }
        assertThat(offers).as(said).hasSameSizeAs(lines);
        return offers;
    }
}
