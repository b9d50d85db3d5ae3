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
        Optional<VpsDnsSandbox> ofMethod =
                context.getTestMethod().flatMap(m -> AnnotationSupport.findAnnotation(m, VpsDnsSandbox.class));
        VpsDnsSandbox wanted = ofMethod.or(
                        () -> AnnotationSupport.findAnnotation(context.getTestClass(), VpsDnsSandbox.class))
                .orElseThrow(() -> new ParameterResolutionException(
                        "There is no @VpsDnsSandbox on " + context.getDisplayName() + " or its class."));
        boolean shared = ofMethod.isEmpty() && wanted.perClass();
        if (!shared && context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "A sandbox per test cannot be had outside a test; say @VpsDnsSandbox(perClass = true) for one that can.");
        }
        ExtensionContext owner = shared ? classOf(context) : context;
        return owner.getStore(NAMESPACE).computeIfAbsent(Sandbox.class, key -> start(wanted), Sandbox.class);
    }

    private static ExtensionContext classOf(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                ? context
                : context.getParent().map(SandboxExtension::classOf).orElse(context);
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
