// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An nginx with all its files in one directory. */
final class NginxPlace {
    private NginxPlace() {}

    static Path file(Path home) {
        return home.resolve("nginx.conf");
    }

    /** Writes its configuration around what an example says. */
    static void write(Path home, String servers) {
        Example.write(file(home), """
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path %1$s/nginx-body;
                    proxy_temp_path %1$s/nginx-proxy;
                    fastcgi_temp_path %1$s/nginx-fastcgi;
                    uwsgi_temp_path %1$s/nginx-uwsgi;
                    scgi_temp_path %1$s/nginx-scgi;
                %2$s
                }
                """.formatted(home, servers));
    }

    static List<String> command(Path home, String... more) {
        List<String> command = new ArrayList<>(List.of("nginx", "-c", file(home).toString()));
        command.addAll(List.of(more));
        return command;
    }
}
