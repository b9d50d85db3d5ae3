// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import java.nio.file.Path;
import java.util.List;

/** A program that serves TLS with what a deploy hook gives it, with all its files in a directory of its own. */
abstract class HookedService {
    private final Path home;
    private final int port = Handshake.freePort();
    private final Programs programs;

    HookedService(Path home) {
        this.home = home;
        this.programs = new Programs(home);
    }

    /** What the hook is called. */
    abstract String name();

    abstract void configure();

    /** Makes its configuration one that it cannot use. */
    abstract void breakConfiguration();

    abstract String check();

    abstract List<String> startCommand();

    abstract String reload();

    abstract List<String> stopCommand();

    /** What the hook says of a configuration that cannot be used. */
    abstract String complaint();

    /** The hook, as a line for {@code --deploy-hook}, of a program that runs or is started later. */
    String hook(boolean running) {
        return "TLS_DIR='%s' CHECK='%s' RELOAD='%s' %s"
                .formatted(tls(), check(), running ? reload() : "true", Example.path("deploy-hooks/" + name()));
    }

    void start() {
        programs.succeed(startCommand());
    }

    void stop() {
        programs.succeed(stopCommand());
    }

    int port() {
        return port;
    }

    Path tls() {
        return home.resolve("tls");
    }

    Path home() {
        return home;
    }

    Path write(String file, String content) {
        return Example.write(home.resolve(file), content);
    }
}
