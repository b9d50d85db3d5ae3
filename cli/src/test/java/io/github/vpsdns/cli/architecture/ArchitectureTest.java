// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom, as docs/architecture.md draws it. */
@AnalyzeClasses(
        packages = "io.github.vpsdns",
        importOptions = {ImportOption.DoNotIncludeTests.class, WithoutTestJars.class})
final class ArchitectureTest {
    private static final String ROOT = "io.github.vpsdns.";

    @ArchTest
    static final ArchRule modules_depend_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.vpsdns..")
            .layer("core")
            .definedBy(ROOT + "core..")
            .layer("acme")
            .definedBy(ROOT + "acme..")
            .layer("ddns")
            .definedBy(ROOT + "ddns..")
            .layer("webhook")
            .definedBy(ROOT + "webhook..")
            .layer("sandbox")
            .definedBy(ROOT + "sandbox..")
            .layer("cli")
            .definedBy(ROOT + "cli..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("acme")
            .mayOnlyAccessLayers("core")
            .whereLayer("ddns")
            .mayOnlyAccessLayers("core")
            .whereLayer("webhook")
            .mayOnlyAccessLayers("core", "acme")
            .whereLayer("sandbox")
            .mayNotAccessAnyLayer()
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule packages_form_no_cycles =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_core_reads_from_the_inside_out = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "core..")
            .layer("ground")
            .definedBy(
                    ROOT + "core",
                    ROOT + "core.time",
                    ROOT + "core.concurrent",
                    ROOT + "core.command",
                    ROOT + "core.fault",
                    ROOT + "core.file",
                    ROOT + "core.json")
            .layer("values")
            .definedBy(
                    ROOT + "core.name",
                    ROOT + "core.record",
                    ROOT + "core.address",
                    ROOT + "core.zone",
                    ROOT + "core.error")
            .layer("client")
            .definedBy(ROOT + "core.http", ROOT + "core.api")
            .layer("edit")
            .definedBy(ROOT + "core.edit..")
            .layer("dns")
            .definedBy(ROOT + "core.dns..")
            .layer("zonefile")
            .definedBy(ROOT + "core.zonefile..")
            .layer("pace")
            .definedBy(ROOT + "core.pace..")
            .layer("loop")
            .definedBy(ROOT + "core.loop..")
            .whereLayer("ground")
            .mayNotAccessAnyLayer()
            .whereLayer("values")
            .mayOnlyAccessLayers("ground")
            .whereLayer("client")
            .mayOnlyAccessLayers("ground", "values")
            .whereLayer("dns")
            .mayOnlyAccessLayers("ground", "values")
            .whereLayer("zonefile")
            .mayOnlyAccessLayers("ground", "values")
            .whereLayer("edit")
            .mayOnlyAccessLayers("ground", "values", "client")
            .whereLayer("pace")
            .mayOnlyAccessLayers("ground", "values", "edit")
            .whereLayer("loop")
            .mayOnlyAccessLayers("ground", "edit", "pace");

    @ArchTest
    static final ArchRule the_server_reads_from_the_inside_out = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "webhook..")
            .layer("exchange")
            .definedBy(ROOT + "webhook.exchange..")
            .layer("password")
            .definedBy(ROOT + "webhook.password..")
            .layer("settings")
            .definedBy(ROOT + "webhook.settings..")
            .layer("store")
            .definedBy(ROOT + "webhook.store..")
            .layer("report")
            .definedBy(ROOT + "webhook.report..")
            .layer("auth")
            .definedBy(ROOT + "webhook.auth..")
            .layer("update")
            .definedBy(ROOT + "webhook.update..")
            .layer("protocols")
            .definedBy(ROOT + "webhook.dyndns..", ROOT + "webhook.broker..", ROOT + "webhook.page..")
            .layer("http")
            .definedBy(ROOT + "webhook.http..", ROOT + "webhook.tls..")
            .layer("server")
            .definedBy(ROOT + "webhook.server..")
            .whereLayer("exchange")
            .mayNotAccessAnyLayer()
            .whereLayer("password")
            .mayNotAccessAnyLayer()
            .whereLayer("settings")
            .mayOnlyAccessLayers("password")
            .whereLayer("store")
            .mayNotAccessAnyLayer()
            .whereLayer("report")
            .mayOnlyAccessLayers("store")
            .whereLayer("auth")
            .mayOnlyAccessLayers("exchange", "password", "settings", "store", "report")
            .whereLayer("update")
            .mayOnlyAccessLayers("settings", "store", "report")
            .whereLayer("protocols")
            .mayOnlyAccessLayers("exchange", "password", "settings", "store", "report", "auth", "update")
            .whereLayer("http")
            .mayOnlyAccessLayers("exchange", "settings", "report");

    @ArchTest
    static final ArchRule protocols_of_the_server_know_nothing_of_each_other =
            slices().matching(ROOT + "webhook.(dyndns|broker|page)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule the_server_knows_of_certificates_for_its_own_only = noClasses()
            .that()
            .resideInAPackage(ROOT + "webhook..")
            .and()
            .resideOutsideOfPackages(ROOT + "webhook.settings..", ROOT + "webhook.tls..", ROOT + "webhook.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "acme..");

    @ArchTest
    static final ArchRule what_the_server_speaks_needs_no_server = noClasses()
            .that()
            .resideInAPackage(ROOT + "webhook..")
            .and()
            .resideOutsideOfPackages(ROOT + "webhook.http..", ROOT + "webhook.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule passwords_are_hashed_in_one_package = noClasses()
            .that()
            .resideInAPackage(ROOT + "webhook..")
            .and()
            .resideOutsideOfPackage(ROOT + "webhook.password..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule sql_stays_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "webhook.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..");

    @ArchTest
    static final ArchRule the_agent_reads_from_the_inside_out = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + "ddns..")
            .layer("source")
            .definedBy(ROOT + "ddns.source", ROOT + "ddns.source.text")
            .layer("kinds of source")
            .definedBy(
                    ROOT + "ddns.source.local..",
                    ROOT + "ddns.source.given..",
                    ROOT + "ddns.source.web..",
                    ROOT + "ddns.source.whoami..",
                    ROOT + "ddns.source.upnp..")
            .layer("settings")
            .definedBy(ROOT + "ddns.settings..")
            .layer("detect")
            .definedBy(ROOT + "ddns.detect..")
            .layer("memory")
            .definedBy(ROOT + "ddns.memory..")
            .layer("verify")
            .definedBy(ROOT + "ddns.verify..")
            .layer("lane")
            .definedBy(ROOT + "ddns.lane..")
            .layer("report")
            .definedBy(ROOT + "ddns.report..")
            .layer("work")
            .definedBy(ROOT + "ddns.work..")
            .layer("track")
            .definedBy(ROOT + "ddns.track..")
            .layer("agent")
            .definedBy(ROOT + "ddns.agent..")
            .whereLayer("source")
            .mayNotAccessAnyLayer()
            .whereLayer("kinds of source")
            .mayOnlyAccessLayers("source")
            .whereLayer("settings")
            .mayOnlyAccessLayers("source")
            .whereLayer("detect")
            .mayOnlyAccessLayers("source", "kinds of source", "settings")
            .whereLayer("memory")
            .mayOnlyAccessLayers("source", "settings")
            .whereLayer("verify")
            .mayNotAccessAnyLayer()
            .whereLayer("lane")
            .mayOnlyAccessLayers("settings")
            .whereLayer("report")
            .mayOnlyAccessLayers("settings")
            .whereLayer("work")
            .mayOnlyAccessLayers("report")
            .whereLayer("track")
            .mayOnlyAccessLayers("source", "settings", "detect", "lane", "report", "work")
            .whereLayer("agent")
            .mayOnlyAccessLayers("source", "settings", "detect", "memory", "verify", "lane", "report", "work", "track");

    @ArchTest
    static final ArchRule kinds_of_source_know_nothing_of_each_other = slices().matching(
                    ROOT + "ddns.source.(local|given|web|whoami|upnp)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule what_the_agent_decides_needs_no_threads_calls_or_clocks = noClasses()
            .that()
            .resideInAPackage(ROOT + "ddns.lane..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "core.api..", ROOT + "core.http..", ROOT + "core.time..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule programs_use_what_the_agent_shows = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "ddns..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "ddns.lane..", ROOT + "ddns.track..", ROOT + "ddns.work..", ROOT + "ddns.verify..");

    @ArchTest
    static final ArchRule the_http_library_stays_in_its_packages = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "core.http..", ROOT + "core.api..", ROOT + "ddns.source.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule the_dns_library_stays_in_its_packages = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "core.dns..", ROOT + "sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.xbill.DNS..");

    @ArchTest
    static final ArchRule markdown_is_read_where_manual_pages_are_made = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli.manual..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.commonmark..");

    @ArchTest
    static final ArchRule the_program_does_without_what_only_the_build_needs = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli.manual..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "cli.manual..");

    @ArchTest
    static final ArchRule yaml_is_parsed_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "cli.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule what_reads_yaml_knows_nothing_of_what_is_configured = noClasses()
            .that()
            .resideInAPackage(ROOT + "cli.yaml..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "cli.ddns..", ROOT + "ddns..", ROOT + "acme..", ROOT + "core.api..");

    @ArchTest
    static final ArchRule what_services_share_knows_none_of_them = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + "cli.config..",
                    ROOT + "cli.service..",
                    ROOT + "cli.monitor..",
                    ROOT + "cli.notify..",
                    ROOT + "cli.signal..",
                    ROOT + "cli.systemd..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "cli.ddns..",
                    ROOT + "cli.webhook..",
                    ROOT + "cli.renewal..",
                    ROOT + "ddns..",
                    ROOT + "webhook..",
                    ROOT + "acme..");

    @ArchTest
    static final ArchRule services_know_nothing_of_configuration_files = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "cli.ddns.service..", ROOT + "cli.webhook.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "cli.yaml..",
                    ROOT + "cli.config..",
                    ROOT + "cli.ddns.config..",
                    ROOT + "cli.webhook.config..");

    @ArchTest
    static final ArchRule the_agent_and_the_server_have_commands_of_their_own =
            slices().matching(ROOT + "cli.(ddns|webhook)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule acme4j_is_known_to_the_solver_and_issuance_only = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "acme..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.shredzone.acme4j..");

    @ArchTest
    static final ArchRule jetty_stays_in_one_package_of_the_acme_library = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "core..", ROOT + "acme..")
            .and()
            .resideOutsideOfPackage(ROOT + "acme.jetty..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..")
            .because("it is an optional dependency: who has no Jetty must be able to load all other packages");

    @ArchTest
    static final ArchRule keys_that_switch_are_plain_jsse = classes()
            .that()
            .resideInAPackage(ROOT + "acme.tls..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "acme.tls..", ROOT + "acme.pem..", ROOT + "core..", "java..", "javax..", "org.jspecify..");

    @ArchTest
    static final ArchRule what_stands_in_dns_is_read_without_acme4j = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "acme.caa..", ROOT + "acme.persist..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.shredzone.acme4j..");

    @ArchTest
    static final ArchRule caa_is_checked_without_the_api = noClasses()
            .that()
            .resideInAPackage(ROOT + "acme.caa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "core.api..", ROOT + "core.edit..", ROOT + "core.http..");

    @ArchTest
    static final ArchRule public_signatures_of_the_core_use_no_third_party_types = classes()
            .that()
            .resideInAPackage(ROOT + "core..")
            .and()
            .resideOutsideOfPackages(ROOT + "core.http..", ROOT + "core.json..", ROOT + "core..internal..")
            .and()
            .arePublic()
            .should(new SpeakOnlyIn("java..", ROOT + "core..", "org.jspecify.."));

    @ArchTest
    static final ArchRule only_main_ends_the_process = noClasses()
            .that(DescribedPredicate.not(DescribedPredicate.describe(
                    "Main", (JavaClass type) -> type.getFullName().equals(ROOT + "cli.Main"))))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule libraries_print_nothing = noClasses()
            .that(resideInAPackage(ROOT + "core..")
                    .or(resideInAPackage(ROOT + "acme.."))
                    .or(resideInAPackage(ROOT + "ddns.."))
                    .or(resideInAPackage(ROOT + "webhook..")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule classes_are_final_or_meant_to_be_extended = classes()
            .that(DescribedPredicate.describe(
                    "are plain classes", (JavaClass type) -> !type.isInterface() && !type.isEnum() && !type.isRecord()))
            .and()
            .areNotAnonymousClasses()
            .and()
            .areTopLevelClasses()
            .and()
            .areNotAssignableTo(RuntimeException.class)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT);
}
