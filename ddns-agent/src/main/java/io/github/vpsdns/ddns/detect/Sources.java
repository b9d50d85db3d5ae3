// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.ddns.source.given.CommandSource;
import io.github.vpsdns.ddns.source.given.FileSource;
import io.github.vpsdns.ddns.source.given.StaticSource;
import io.github.vpsdns.ddns.source.local.InterfaceSource;
import io.github.vpsdns.ddns.source.upnp.UpnpSource;
import io.github.vpsdns.ddns.source.web.WebSource;
import io.github.vpsdns.ddns.source.whoami.WhoamiSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Sources by their names. Thread-safe. */
public final class Sources {
    private Sources() {}

    /**
     * Returns the sources of this machine and network. Each is made when it is wanted first, and kept.
     *
     * @return gives the source of a name
     */
    public static Function<SourceSpec, AddressSource> system() {
        Map<SourceSpec, AddressSource> made = new ConcurrentHashMap<>();
        return spec -> made.computeIfAbsent(spec, Sources::make);
    }

    /**
     * Counts the sources that can agree with each other: pages of one public host are one, because whoever runs it errs in both.
     *
     * @param sources any sources
     * @return how many are independent, at most the value that {@code agree} can have with them
     */
    public static int independent(Collection<SourceSpec> sources) {
        return Math.toIntExact(sources.stream().map(Voice::of).distinct().count());
    }

    private static AddressSource make(SourceSpec spec) {
        if (spec instanceof SourceSpec.Interface local) {
            return new InterfaceSource(local);
        }
        if (spec instanceof SourceSpec.Web web) {
            return new WebSource(web);
        }
        if (spec instanceof SourceSpec.Whoami whoami) {
            return new WhoamiSource(whoami);
        }
        if (spec instanceof SourceSpec.Upnp upnp) {
            return new UpnpSource(upnp);
        }
        if (spec instanceof SourceSpec.TextFile file) {
            return new FileSource(file);
        }
        if (spec instanceof SourceSpec.Command command) {
            return new CommandSource(command);
        }
        return new StaticSource((SourceSpec.Static) spec);
    }
}
