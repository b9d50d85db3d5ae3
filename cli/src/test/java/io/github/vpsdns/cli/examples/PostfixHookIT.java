// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.nio.file.Path;
import java.util.List;

@NeedsPrograms("postfix")
final class PostfixHookIT extends DeployHookContract {
    @Override
    HookedService service(Path home) {
        assumeThat(System.getProperty("user.name"))
                .as("only root can start Postfix")
                .isEqualTo("root");
        return new Postfix(home);
    }

    /** Without a chroot and without any mail; TLS from the first byte, as on port 465. */
    private static final class Postfix extends HookedService {
        Postfix(Path home) {
            super(home);
        }

        @Override
        String name() {
            return "postfix";
        }

        @Override
        void configure() {
            write("config/main.cf", """
                    compatibility_level = 3.6
                    queue_directory = %1$s/queue
                    data_directory = %1$s/data
                    maillog_file_prefixes = %1$s
                    maillog_file = %1$s/mail.log
                    inet_interfaces = 127.0.0.1
                    inet_protocols = ipv4
                    myhostname = www.example.com
                    mydestination =
                    local_recipient_maps =
                    alias_maps =
                    smtpd_peername_lookup = no
                    smtpd_relay_restrictions = reject
                    smtpd_tls_security_level = may
                    smtpd_tls_chain_files = %2$s/www.example.com.pem
                    """.formatted(home(), tls()));
            write("config/master.cf", """
                    127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
                    tlsmgr unix - - n 1000? 1 tlsmgr
                    anvil unix - - n - 1 anvil
                    rewrite unix - - n - - trivial-rewrite
                    proxymap unix - - n - - proxymap
                    cleanup unix n - n - 0 cleanup
                    qmgr unix n - n 300 1 qmgr
                    pickup unix n - n 60 1 pickup
                    postlog unix-dgram n - n - 1 postlogd
                    """.formatted(port()));
            new Programs(home()).succeed(List.of("install", "-d", "-o", "root", home() + "/queue"));
            new Programs(home()).succeed(List.of("install", "-d", "-o", "postfix", home() + "/data"));
        }

        @Override
        void breakConfiguration() {
            write("config/main.cf", "quite unknown\n");
        }

        @Override
        String check() {
            return "postfix -c " + home() + "/config check";
        }

        @Override
        List<String> startCommand() {
            return List.of("postfix", "-c", home() + "/config", "start");
        }

        @Override
        String reload() {
            return "postfix -c " + home() + "/config reload";
        }

        @Override
        List<String> stopCommand() {
            return List.of("postfix", "-c", home() + "/config", "stop");
        }

        @Override
        String complaint() {
            return "Postfix complains of its configuration";
        }
    }
}
