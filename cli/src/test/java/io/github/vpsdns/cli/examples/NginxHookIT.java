// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.nio.file.Path;
import java.util.List;

@NeedsPrograms("nginx")
final class NginxHookIT extends DeployHookContract {
    @Override
    HookedService service(Path home) {
        return new Nginx(home);
    }

    @Override
    List<String> filesOfOneCertificate() {
        return List.of("fullchain.pem", "privkey.pem");
    }

    private static final class Nginx extends HookedService {
        Nginx(Path home) {
            super(home);
        }

        @Override
        String name() {
            return "nginx";
        }

        @Override
        void configure() {
            NginxPlace.write(home(), """
                    server {
                        listen 127.0.0.1:%d ssl;
                        ssl_certificate %2$s/www.example.com/fullchain.pem;
                        ssl_certificate_key %2$s/www.example.com/privkey.pem;
                        return 204;
                    }
                    """.formatted(port(), tls()));
        }

        @Override
        void breakConfiguration() {
            NginxPlace.write(home(), "quite unknown;\n");
        }

        @Override
        String check() {
            return "nginx -t -q -c " + NginxPlace.file(home());
        }

        @Override
        List<String> startCommand() {
            return NginxPlace.command(home());
        }

        @Override
        String reload() {
            return String.join(" ", NginxPlace.command(home(), "-s", "reload"));
        }

        @Override
        List<String> stopCommand() {
            return NginxPlace.command(home(), "-s", "stop");
        }

        @Override
        String complaint() {
            return "nginx could not start with this configuration";
        }
    }
}
