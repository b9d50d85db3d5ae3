// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.testing.secrecy;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class during which a secret was printed or logged. The build has JUnit find it by itself, so that no class can be
 * forgotten. What a thread prints after its test counts for the next class.
 */
public final class SecrecyExtension implements BeforeAllCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(SecrecyExtension.class);

    /** Made by JUnit. */
    public SecrecyExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        watch(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<Secrets.Finding> found = watch(context).takeFound();
        if (!found.isEmpty()) {
            throw new AssertionError("secrets were printed or logged: " + found);
        }
    }

    /** One for the whole run; JUnit closes it. */
    private static Watch watch(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Watch.class, none -> new Watch(TestLog.path()), Watch.class);
    }
}
