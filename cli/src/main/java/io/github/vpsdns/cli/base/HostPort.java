// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code HOST[:PORT]} as people write it: a name, an IPv4 address, or an IPv6 address, in brackets where a port follows. */
public final class HostPort {
    private static final int DNS = 53;
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
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
     * @throws UsageException if it is none, or its host is not found
     */
    public static InetSocketAddress nameServer(String text, String option) {
        if (IPV6.matcher(text).matches()) {
            return address(text, DNS, text, option);
        }
        Matcher parts = parts(text);
        int port = parts.matches() ? port(parts.group(2), DNS) : -1;
        if (port < 1) {
            throw refuse(
                    text,
                    option,
                    "a server; expected HOST or HOST:PORT, such as 192.0.2.53, [2001:db8::53]:5353 or ns1.vps.org");
        }
        return address(parts.group(1), port, text, option);
    }

    /**
     * Tells whether a text has the form of a name server's address, without looking anything up.
     *
     * @param text any text
     * @return whether {@link #nameServer} refuses it at most because its host has no address
     */
    public static boolean isNameServer(String text) {
        if (IPV6.matcher(text).matches()) {
            return isLiteral(text);
        }
        Matcher parts = parts(text);
        return parts.matches()
                && port(parts.group(2), DNS) > 0
                && (parts.group(1).indexOf(':') < 0 || isLiteral(parts.group(1)));
    }

    /** What has a colon is never asked of a resolver. */
    private static boolean isLiteral(String withColon) {
        try {
            return InetAddress.getByName(withColon) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * Reads where to listen.
     *
     * @param text a port of this machine's own address, which nobody else can reach, or an address and a port
     * @param option where it was given, for the complaint
     * @return the address; port 0 stands for any that is free
     * @throws UsageException if it is none, or its host is not found
     */
    public static InetSocketAddress listen(String text, String option) {
        if (PORT.matcher(text).matches() && port(text, -1) >= 0) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port(text, -1));
        }
        Matcher parts = parts(text);
        int port = parts.matches() ? port(parts.group(2), -1) : -1;
        if (port < 0) {
            throw refuse(
                    text,
                    option,
                    "an address to listen at; expected PORT or HOST:PORT, such as 9245, 127.0.0.1:9245 or [::1]:9245");
        }
        return address(parts.group(1), port, text, option);
    }

    private static Matcher parts(String text) {
        Matcher brackets = BRACKETS.matcher(text);
        return brackets.matches() ? brackets : PLAIN.matcher(text);
    }

    /** Returns -1 for a number that is no port. */
    private static int port(@Nullable String digits, int otherwise) {
        int port = digits == null ? otherwise : Integer.parseInt(digits);
        return port > 65535 ? -1 : port;
    }

    private static InetSocketAddress address(String host, int port, String text, String option) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new UsageException(option + ": the host of '" + text + "' has no address that can be found");
        }
    }

    private static UsageException refuse(String text, String option, String expected) {
        return new UsageException(option + ": '" + text + "' is not " + expected);
    }
}
