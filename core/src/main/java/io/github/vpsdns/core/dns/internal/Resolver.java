// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Section;
import org.xbill.DNS.config.PropertyResolverConfigProvider;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;

/** Questions to recursive resolvers: the next one is asked where one fails. Thread-safe. */
public final class Resolver {
    private final Supplier<List<InetSocketAddress>> servers;
    private final Duration limit;

    /**
     * Creates a client.
     *
     * @param servers whom to ask, best first, at the time of each question
     * @param limit for each question to each resolver
     */
    public Resolver(Supplier<List<InetSocketAddress>> servers, Duration limit) {
        this.servers = servers;
        this.limit = limit;
    }

    /**
     * What a resolver said.
     *
     * @param reply the answer of the first that gave a usable one, or what came of the last
     * @param from which resolver that was
     */
    public record Heard(Reply reply, InetSocketAddress from) {
        /** Returns the answer, or {@code null} where it says nothing about the name. */
        public @Nullable Message usable() {
            return reply instanceof Reply.Response response && isUsable(response.message()) ? response.message() : null;
        }

        /** Returns such as {@code asked 192.0.2.53 for NS of 'example.com', got SERVFAIL}. */
        public String describe(Question question) {
            return "asked " + Texts.of(from) + " for " + question + ", got "
                    + (usable() == null && reply instanceof Reply.Response response && isOk(response.message())
                            ? "an answer without recursion"
                            : reply);
        }
    }

    /** Asks all questions in parallel. */
    public Map<Question, Heard> ask(Collection<Question> questions) throws InterruptedException {
        Map<Question, Heard> heard = new LinkedHashMap<>();
        Set<Question> open = new LinkedHashSet<>(questions);
        try (Exchanger<Question> io = new Exchanger<>(limit)) {
            for (InetSocketAddress server : servers.get()) {
                open.forEach(question -> io.ask(question, server, question));
                io.finish().forEach((question, reply) -> {
                    Heard one = new Heard(reply, server);
                    heard.put(question, one);
                    if (one.usable() != null) {
                        open.remove(question);
                    }
                });
                if (open.isEmpty()) {
                    break;
                }
            }
        }
        return heard;
    }

    /** Asks one question. */
    public Heard ask(Question question) throws InterruptedException {
        return Objects.requireNonNull(ask(List.of(question)).get(question));
    }

    /**
     * The system's resolvers, as they are now: a machine that moves between networks gets others while we run. Where {@code resolv.conf}
     * has no search list, dnsjava would go on to ask Windows, JNDI and the JVM for one each time, which no look-up of ours needs.
     */
    public static List<InetSocketAddress> systemServers() {
        PropertyResolverConfigProvider properties = new PropertyResolverConfigProvider();
        properties.initialize();
        if (!properties.servers().isEmpty()) {
            return properties.servers();
        }
        ResolvConfResolverConfigProvider file = new ResolvConfResolverConfigProvider();
        if (file.isEnabled()) {
            file.initialize();
            if (!file.servers().isEmpty()) {
                return file.servers();
            }
        }
        ResolverConfig.refresh();
        return ResolverConfig.getCurrentConfig().servers();
    }

    /** An answer without recursion that says nothing is a referral: it comes from a server that is no resolver. */
    private static boolean isUsable(Message message) {
        return isOk(message)
                && (message.getHeader().getFlag(Flags.RA)
                        || message.getHeader().getFlag(Flags.AA)
                        || !message.getSection(Section.ANSWER).isEmpty());
    }

    private static boolean isOk(Message message) {
        return message.getRcode() == Rcode.NOERROR || message.getRcode() == Rcode.NXDOMAIN;
    }
}
