// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.junit;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.SandboxBuilder;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts a sandbox when a test first asks for it; the context that it was started in closes it when it ends. */
final class SandboxExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext annotated = nearestAnnotated(context);
        VpsDnsSandbox wanted = annotation(annotated).orElseThrow();
        boolean shared = wanted.perClass() && annotated.getTestMethod().isEmpty();
        if (!shared && context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("A sandbox per test cannot be had outside a test;"
                    + " say @VpsDnsSandbox(perClass = true) for one that can.");
        }
        ExtensionContext owner = shared ? annotated : context;
        return owner.getStore(NAMESPACE).computeIfAbsent(Sandbox.class, key -> start(wanted), Sandbox.class);
    }

    /** The test method, its class or the closest class around that, whichever has the annotation first. */
    private static ExtensionContext nearestAnnotated(ExtensionContext context) {
        ExtensionContext at = context;
        while (annotation(at).isEmpty()) {
            at = at.getParent()
                    .orElseThrow(() -> new ParameterResolutionException(
                            "There is no @VpsDnsSandbox on " + context.getDisplayName() + " or its class."));
        }
        return at;
    }

    private static Optional<VpsDnsSandbox> annotation(ExtensionContext context) {
        return context.getElement().flatMap(e -> AnnotationSupport.findAnnotation(e, VpsDnsSandbox.class));
    }

    private static Sandbox start(VpsDnsSandbox wanted) {
        SandboxBuilder builder = Sandbox.builder()
                .zone(wanted.zones())
                .listShape(wanted.listShape())
                .pageSize(wanted.pageSize())
                .nameServers(wanted.nameServers());
        return wanted.acme() ? builder.start() : builder.withoutAcme().start();
    }
}
