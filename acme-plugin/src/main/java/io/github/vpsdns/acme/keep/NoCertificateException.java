// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** There was no certificate to show in time. The keeper goes on trying, unless it is closed. */
public final class NoCertificateException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    NoCertificateException(Collection<LineageName> missing, Duration waited, @Nullable VpsDnsException last) {
        super(
                "there is no certificate yet for "
                        + missing.stream().map(LineageName::toString).collect(Collectors.joining(", ")) + " after "
                        + waited.toSeconds() + " s"
                        + (last == null ? "; the first attempt is still under way" : ": " + last.getMessage()),
                last);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
