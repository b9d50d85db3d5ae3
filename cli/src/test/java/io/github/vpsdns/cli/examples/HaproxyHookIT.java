// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.nio.file.Path;
import java.util.List;

@NeedsPrograms("haproxy")
final class HaproxyHookIT extends DeployHookContract {
    @Override
    HookedService service(Path home) {
        return new Haproxy(home);
    }

    /** The master stays and starts a new worker when it is told; its certificates are all files of a directory. */
    private static final class Haproxy extends HookedService {
        Haproxy(Path home) {
            super(home);
        }

        @Override
        String name() {
            return "haproxy";
        }

        @Override
        void configure() {
            write("haproxy.cfg", """
                    defaults
                        mode http
                        timeout client 10s
                        timeout connect 10s
                        timeout server 10s
                    frontend web
                        bind 127.0.0.1:%d ssl crt %s/
                        http-request return status 204
                    """.formatted(port(), tls()));
        }

        @Override
        void breakConfiguration() {
            write("haproxy.cfg", "quite unknown\n");
        }

        @Override
        String check() {
            return "haproxy -c -f " + home() + "/haproxy.cfg";
        }

        @Override
        List<String> startCommand() {
            return List.of("haproxy", "-W", "-D", "-f", home() + "/haproxy.cfg", "-p", home() + "/haproxy.pid");
        }

        @Override
        String reload() {
            return "kill -USR2 $(head -n 1 " + home() + "/haproxy.pid)";
        }

        @Override
        List<String> stopCommand() {
            return List.of("sh", "-c", "kill $(head -n 1 " + home() + "/haproxy.pid)");
        }

        @Override
        String complaint() {
            return "HAProxy could not start with this configuration";
        }
    }
}
