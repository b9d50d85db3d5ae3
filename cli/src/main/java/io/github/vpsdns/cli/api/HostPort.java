// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.api;

import io.github.vpsdns.cli.base.UsageException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code HOST[:PORT]} as people write it: a name, an IPv4 address, or an IPv6 address, in brackets where a port follows. */
final class HostPort {
    private static final int DNS = 53;
    private static final Pattern BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.%]+)](?::([0-9]{1,5}))?");
    private static final Pattern PLAIN = Pattern.compile("([^:\\[\\]]+)(?::([0-9]{1,5}))?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private HostPort() {}

    /**
     * Reads and looks up a name server's address.
     *
     * @param text what was given
     * @param option where it was given, for the complaint
     * @return the address, with port 53 where none was given
     */
    static InetSocketAddress nameServer(String text, String option) {
        if (IPV6.matcher(text).matches()) {
            return address(text, DNS, text, option);
        }
        Matcher parts = BRACKETS.matcher(text);
        if (!parts.matches()) {
            parts = PLAIN.matcher(text);
        }
        if (!parts.matches()) {
            throw refuse(text, option);
        }
        int port = parts.group(2) == null ? DNS : Integer.parseInt(parts.group(2));
        if (port < 1 || port > 65535) {
            throw refuse(text, option);
        }
        return address(parts.group(1), port, text, option);
    }

    private static InetSocketAddress address(String host, int port, String text, String option) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new UsageException(option + ": the host of '" + text + "' has no address that can be found");
        }
    }

    private static UsageException refuse(String text, String option) {
        return new UsageException(
                option + ": '" + text
                        + "' is not a server; expected HOST or HOST:PORT, such as 192.0.2.53, [2001:db8::53]:5353 or ns1.vps.org");
    }
}
