// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.detect.Detection;
import io.github.vpsdns.ddns.detect.SourceReport;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the addresses of a family by one rule, as a JSON document.
 *
 * @param family {@code ipv4} or {@code ipv6}
 * @param known whether there is something that would be published
 * @param addresses what would be published, the best one first
 * @param agreedBy the sources that say so
 * @param problem why nothing would be published, or {@code null}
 * @param sources what each source says
 */
record AddressView(
        String family,
        boolean known,
        List<String> addresses,
        List<String> agreedBy,
        @Nullable String problem,
        List<Source> sources) {

    /**
     * What one source says.
     *
     * @param source its name
     * @param addresses what it says that may be published, the best one first
     * @param refused what else it says
     * @param problem why it says nothing that may be published, or {@code null}
     * @param tookMillis how long it took
     */
    record Source(
            String source,
            List<String> addresses,
            List<Refused> refused,
            @Nullable String problem,
            long tookMillis) {
        static Source of(SourceReport report) {
            return new Source(
                    report.source(),
                    texts(report.accepted()),
                    report.refused().stream().map(Refused::of).toList(),
                    report.problem(),
                    report.took().toMillis());
        }
    }

    /**
     * An address that is not to be published.
     *
     * @param address the address
     * @param kind its kind, such as {@code private}
     */
    record Refused(String address, String kind) {
        static Refused of(InetAddress address) {
            return new Refused(Family.text(address), AddressKind.of(address).word());
        }

        @Override
        public String toString() {
            return address + " (" + kind + ", refused)";
        }
    }

    static AddressView of(Family family, List<SourceReport> reports, Detection detection) {
        List<Source> sources = reports.stream().map(Source::of).toList();
        if (detection instanceof Detection.Found found) {
            return new AddressView(family.word(), true, texts(found.addresses()), found.sources(), null, sources);
        }
        String reason = ((Detection.Unknown) detection).reason();
        return new AddressView(family.word(), false, List.of(), List.of(), reason, sources);
    }

    private static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(Family::text).toList();
    }
}
