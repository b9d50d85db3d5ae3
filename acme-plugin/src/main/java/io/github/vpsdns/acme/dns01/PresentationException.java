// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Challenge values could not be written to the API; those that could have been taken away again. */
public final class PresentationException extends VpsDnsException {
    private static final long serialVersionUID = 1L;

    private final transient Map<DomainName, VpsDnsException> failures;

    /**
     * Creates the error.
     *
     * @param failures why, for each name; not empty; the first is the cause
     */
    public PresentationException(Map<DomainName, VpsDnsException> failures) {
        super(sentence(failures), failures.values().iterator().next());
        this.failures = new LinkedHashMap<>(failures);
    }

    /**
     * Returns why, for each name.
     *
     * @return a copy
     */
    public Map<DomainName, VpsDnsException> failures() {
        return new LinkedHashMap<>(failures);
    }

    /** Worth trying again if that is true of each failure. */
    @Override
    public boolean isTransient() {
        return failures.values().stream().allMatch(VpsDnsException::isTransient);
    }

    private static String sentence(Map<DomainName, VpsDnsException> failures) {
        String names = failures.keySet().stream().map(DomainName::toString).collect(Collectors.joining(", "));
        // Many names usually fail for one and the same reason: the first tells enough.
        VpsDnsException first = failures.values().iterator().next();
        return "could not write the challenge value at " + names + ": " + first.getMessage();
    }
}
