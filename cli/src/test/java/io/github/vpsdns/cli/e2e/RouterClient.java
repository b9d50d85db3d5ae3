// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client that people have on routers and servers, as its own process. */
enum RouterClient {
    /** Perl; remembers in a cache what it believes. */
    DDCLIENT {
        @Override
        Said run(Where where, String host, String address, String password) {
            where.write("ddclient.conf", """
                    daemon=0
                    ssl=%s
                    %s
                    cache=%s
                    use=ip, ip=%s
                    protocol=dyndns2
                    server=127.0.0.1:%d
                    login=%s
                    password='%s'
                    %s
                    """.formatted(
                            where.secure() ? "yes" : "no",
                            where.secure() ? "ssl_ca_file=" + where.ca() : "",
                            where.file("ddclient.cache"),
                            address,
                            where.port(),
                            WebhookPlace.USER,
                            password,
                            host));
            return where.run(List.of(
                    "ddclient", "-file", where.file("ddclient.conf"), "-daemon=0", "-force", "-noquiet", "-verbose"));
        }

        @Override
        boolean believes(Where where, String host, String address) {
            return where.read("ddclient.cache")
                    .lines()
                    .anyMatch(line -> line.endsWith(" " + host)
                            && line.contains("ip=" + address + ",")
                            && line.contains("status=good"));
        }
    },
    /** C, HTTP/1.0; what UniFi, DD-WRT and others have inside. */
    INADYN {
        @Override
        Said run(Where where, String host, String address, String password) {
            where.write("inadyn.conf", """
                    period = 300
                    %s
                    custom vpsdns {
                      username = %s
                      password = "%s"
                      hostname = %s
                      checkip-command = "/bin/echo %s"
                      ddns-server = "127.0.0.1:%d"
                      ddns-path = "/nic/update?hostname=%%h&myip=%%i"
                      ssl = %s
                    }
                    """.formatted(
                            where.secure() ? "ca-trust-file = \"" + where.ca() + "\"" : "",
                            WebhookPlace.USER,
                            password,
                            host,
                            address,
                            where.port(),
                            where.secure()));
            return where.run(List.of(
                    "timeout",
                    "6",
                    "inadyn",
                    "--once",
                    "--force",
                    "--foreground",
                    "--loglevel=info",
                    "--config=" + where.file("inadyn.conf"),
                    "--cache-dir=" + where.directory("inadyn.cache"),
                    "--pidfile=" + where.file("inadyn.pid")));
        }

        @Override
        boolean believes(Where where, String host, String address) {
            return where.read("inadyn.cache/" + host + ".cache").strip().equals(address);
        }
    },
    /** GNU wget, as OpenWrt calls it: without credentials first, and again after the challenge. */
    WGET {
        @Override
        Said run(Where where, String host, String address, String password) {
            List<String> command = new ArrayList<>(List.of(
                    "wget",
                    "-nv",
                    "-t",
                    "1",
                    "-O",
                    "-",
                    "--user=" + WebhookPlace.USER,
                    "--password=" + password,
                    where.url(host, address)));
            if (where.secure()) {
                command.add("--ca-certificate=" + where.ca());
            }
            return where.run(command);
        }
    },
    /** What scripts use. */
    CURL {
        @Override
        Said run(Where where, String host, String address, String password) {
            List<String> command = new ArrayList<>(List.of(
                    "curl",
                    "-sS",
                    "--fail-with-body",
                    "-u",
                    WebhookPlace.USER + ":" + password,
                    where.url(host, address)));
            if (where.secure()) {
                command.addAll(List.of("--cacert", where.ca()));
            }
            return where.run(command);
        }
    },
    /** Python's requests, as OPNsense uses it: any 2xx is a success. */
    REQUESTS {
        @Override
        Said run(Where where, String host, String address, String password) {
            where.write("opnsense.py", """
                    import requests, sys
                    url, host, address, user, password, ca = sys.argv[1:]
                    answer = requests.get(url, params={'hostname': host, 'myip': address, 'system': 'dyndns', 'wildcard': 'NOCHG'},
                        auth=(user, password), headers={'User-Agent': 'OPNsense-dyndns'}, verify=ca or True, timeout=20)
                    print(answer.text, end='')
                    sys.exit(0 if 200 <= answer.status_code < 300 else 1)
                    """);
            return where.run(List.of(
                    "/usr/bin/python3",
                    where.file("opnsense.py"),
                    where.base() + "/nic/update",
                    host,
                    address,
                    WebhookPlace.USER,
                    password,
                    where.secure() ? where.ca() : ""));
        }
    };

    /** Updates a host once. */
    abstract Said run(Where where, String host, String address, String password);

    /** Tells whether the client has noted that a host has an address; those without a memory believe what they were told. */
    boolean believes(Where where, String host, String address) {
        return true;
    }

    /** How it ended and all that it printed. */
    record Said(int status, String text) {}

    /** Where the server is, and where the client may keep its files. */
    record Where(Path work, int port, boolean secure, String ca) {
        String base() {
            return (secure ? "https" : "http") + "://127.0.0.1:" + port;
        }

        String url(String host, String address) {
            return base() + "/nic/update?hostname=" + host + "&myip=" + address;
        }

        String file(String name) {
            return work.resolve(name).toString();
        }

        String directory(String name) {
            try {
                return Files.createDirectories(work.resolve(name)).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write(String name, String content) {
            try {
                Path file = Files.writeString(work.resolve(name), content);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String read(String name) {
            try {
                Path file = work.resolve(name);
                return Files.exists(file) ? Files.readString(file) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Said run(List<String> command) {
            Path out = work.resolve("client.out");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
                builder.environment().put("HOME", work.toString());
                Process process = builder.start();
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(command.get(0) + " does not end; it said: " + Files.readString(out));
                }
                return new Said(process.exitValue(), Files.readString(out));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
