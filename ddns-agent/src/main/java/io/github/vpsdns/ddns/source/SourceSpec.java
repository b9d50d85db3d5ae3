// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A source of addresses by its name in the configuration, and what is known of its kind. Values: equal names are equal sources,
 * which are read once for all who use them.
 */
public sealed interface SourceSpec {
    /**
     * Reads a source's name.
     *
     * @param text {@code interface}, {@code interface:NAME}, an http or https URL, {@code dns:cloudflare|opendns|google},
     *     {@code upnp}, {@code file:PATH}, {@code command:LINE} or {@code static:ADDRESS}
     * @return the source
     * @throws InvalidValueException if it is none of these
     */
    static SourceSpec of(String text) {
        return SourceNames.parse(text);
    }

    /**
     * Tells whether reading it costs nobody anything, so that it is looked at again and again to notice a change at once.
     *
     * @return {@code true} for what is on this machine and is only looked at
     */
    default boolean isWatched() {
        return false;
    }

    /**
     * Tells whether somebody else answers, who may be wrong once.
     *
     * @return whether a change needs to be read twice before it counts
     */
    default boolean isRemote() {
        return false;
    }

    /**
     * Returns how far apart two readings must be at least.
     *
     * @return zero for what belongs to this machine or network
     */
    default Duration pace() {
        return Duration.ZERO;
    }

    /**
     * Returns the one family that it knows.
     *
     * @return the family, empty if it may know both
     */
    default Optional<Family> onlyFamily() {
        return Optional.empty();
    }

    /**
     * Returns the name for people, without secrets: of a URL its query is left out.
     *
     * @return such as {@code interface:eth0}
     */
    @Override
    String toString();

    /**
     * The addresses of this host's network interfaces.
     *
     * @param name the interface, empty for those that lead to the default route
     */
    record Interface(String name) implements SourceSpec {
        @Override
        public boolean isWatched() {
            return true;
        }

        @Override
        public String toString() {
            return name.isEmpty() ? "interface" : "interface:" + name;
        }
    }

    /**
     * A page that says from where it was asked.
     *
     * @param url http or https, with a host and without user information
     */
    record Web(URI url) implements SourceSpec {
        @Override
        public boolean isRemote() {
            return true;
        }

        @Override
        public Duration pace() {
            return WebTerms.pace(url.getHost());
        }

        /**
         * Returns who runs the page, as far as a name tells.
         *
         * @return the host, one text for all spellings of its name
         */
        public String host() {
            return WebTerms.name(url.getHost());
        }

        @Override
        public String toString() {
            return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
        }
    }

    /**
     * A name server that says from where it was asked.
     *
     * @param provider whose
     */
    record Whoami(WhoamiProvider provider) implements SourceSpec {
        private static final Duration PACE = Duration.ofSeconds(30);

        @Override
        public boolean isRemote() {
            return true;
        }

        @Override
        public Duration pace() {
            return PACE;
        }

        @Override
        public String toString() {
            return "dns:" + provider.word();
        }
    }

    /** The router of the network, asked by UPnP. */
    record Upnp() implements SourceSpec {
        private static final Duration PACE = Duration.ofSeconds(10);

        @Override
        public boolean isRemote() {
            return true;
        }

        @Override
        public Duration pace() {
            return PACE;
        }

        @Override
        public String toString() {
            return "upnp";
        }
    }

    /**
     * A file with addresses, one a line.
     *
     * @param path where it is
     */
    record TextFile(Path path) implements SourceSpec {
        @Override
        public boolean isWatched() {
            return true;
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /**
     * A command that prints addresses, one a line.
     *
     * @param line a line for the shell; not shown, because it may hold a secret
     */
    record Command(String line) implements SourceSpec {
        /** Returns the program's name alone, or {@code command} where it is not plain which word that is. */
        @Override
        public String toString() {
            return CommandNames.program(line).map(name -> "command:" + name).orElse("command");
        }
    }

    /**
     * An address that is known.
     *
     * @param address the address
     */
    record Static(InetAddress address) implements SourceSpec {
        @Override
        public boolean isWatched() {
            return true;
        }

        @Override
        public Optional<Family> onlyFamily() {
            return Optional.of(Family.of(address));
        }

        @Override
        public String toString() {
            return "static:" + Family.text(address);
        }
    }
}
