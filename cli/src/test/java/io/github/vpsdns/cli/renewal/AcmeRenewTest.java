// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AcmeRenewTest {
    /** Of a certificate of ninety days: past the window that the CA suggests. */
    private static final Duration LATE = Duration.ofDays(70);

    @TempDir
    private Path directory;

    private Place place;

    @BeforeEach
    void prepare() {
        place = new Place(directory);
    }

    @AfterEach
    void stop() {
        place.close();
    }

    @Test
    void callsNothingAndNeedsNoTokenWhenNothingIsDue() {
        place.issue("-d", "example.com");
        place.sandbox.calls().clear();
        String before = place.certificate("example.com");

        Run run = place.withoutToken().run("acme", "renew");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("example.com: not due until ").contains(", the CA suggests that time\n");
        assertThat(run.err()).isEmpty();
        assertThat(place.sandbox.calls().count("*", "/**")).isZero();
        assertThat(place.certificate("example.com")).isEqualTo(before);
    }

    @Test
    void renewsWhatIsDueByWhatWasSaidAtTheIssue() {
        place.issue("-d", "example.com,*.example.com", "--key-type", "p384");
        String before = place.certificate("example.com");
        place.time.advance(LATE);

        Run run = place.renew();

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("example.com: renewed, valid until ").contains("; next ");
        assertThat(run.err()).contains("renewing example.com\n", "*.example.com: proven\n");
        assertThat(place.certificate("example.com")).isNotEqualTo(before);
        assertThat(place.list().out()).contains("names        example.com, *.example.com", "key          p384");
        assertThat(place.sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void renewsWhatIsNotDueWhenForced() {
        place.issue("-d", "example.com");
        String before = place.certificate("example.com");

        Run run = place.renew("example.com", "--force");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(place.certificate("example.com")).isNotEqualTo(before);
    }

    @Test
    void printsOneDocumentForEachCertificate() {
        place.issue("-d", "example.com");
        place.issue("-d", "example.net");

        Run run = place.renew("example.com", "--force", "--json");
        Run all = place.renew("--json");

        assertThat(run.json().size()).isEqualTo(1);
        JsonNode renewed = run.json().get(0);
        assertThat(renewed.get("lineage").asString()).isEqualTo("example.com");
        assertThat(renewed.get("result").asString()).isEqualTo("renewed");
        assertThat(renewed.get("not_after").asString()).endsWith("Z");
        assertThat(renewed.get("error").isNull()).isTrue();
        assertThat(run.err()).isEmpty();
        assertThat(all.json().get(1).get("result").asString()).isEqualTo("not-due");
        assertThat(all.json().get(1).get("reason").asString()).isEqualTo("ari");
    }

    @Test
    void goesOnWithTheOthersWhenOneFails() {
        place.issue("-d", "example.com");
        place.issue("-d", "example.net");
        String before = place.certificate("example.net");
        place.time.advance(LATE);
        place.sandbox
                .acme()
                .faults()
                .failValidation("example.com", 1, Problem.of(ProblemType.UNAUTHORIZED, "wrong TXT record"));

        Run run = place.renew();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("example.com: failed; next attempt "),
                        second -> assertThat(second).startsWith("example.net: renewed, "));
        assertThat(run.err().lines().filter(line -> line.startsWith("vpsdns: ")))
                .singleElement()
                .asString()
                .startsWith("vpsdns: example.com: ")
                .contains("wrong TXT record");
        assertThat(place.certificate("example.net")).isNotEqualTo(before);
    }

    @Test
    void asksToTryAgainWhenTheCaIsBusyAndDoesNotAskItBeforeItsTime() {
        place.issue("-d", "example.com");
        place.time.advance(LATE);
        place.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.rateLimited(Duration.ofHours(3)));

        Run limited = place.renew();
        Run tooEarly = place.renew();
        place.time.advance(Duration.ofHours(3).plusMinutes(1));
        Run again = place.renew();

        assertThat(limited.status()).isEqualTo(75);
        assertThat(tooEarly.status()).isZero();
        assertThat(tooEarly.out()).contains("not due until ", "(put off after a failure)");
        assertThat(again.out()).contains("renewed");
    }

    @Test
    void tellsInADryRunWhatWouldHappenAndChangesNothing() {
        place.issue("-d", "example.com");
        place.issue("-d", "example.net");
        place.time.advance(LATE);
        place.renew("example.net");
        place.sandbox.calls().clear();
        place.sandbox.acme().log().clear();
        Map<Path, String> before = place.files();

        Run run = place.withoutToken().run("acme", "renew", "--dry-run");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("example.com: would be renewed now, "),
                        second -> assertThat(second).startsWith("example.net: not due until "));
        assertThat(place.files()).isEqualTo(before);
        assertThat(place.sandbox.calls().count("*", "/**")).isZero();
        assertThat(place.sandbox.acme().log().count(Endpoint.RENEWAL_INFO)).isPositive();
        assertThat(place.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isZero();
    }

    @Test
    void keepsAnOptionThatIsGivenAgain() {
        place.issue("-d", "example.com", "--deploy-hook", "echo first");

        Run run = place.renew("--deploy-hook", "echo second");

        assertThat(run.out()).contains("not due until");
        assertThat(place.settings("example.com").get("deployHook").asString()).isEqualTo("echo second");
    }

    @Test
    void takesAnOptionBackThatIsGivenEmpty() {
        place.issue("-d", "example.com", "--deploy-hook", "echo first");

        assertThat(place.renew("--deploy-hook", "").status()).isZero();

        assertThat(place.settings("example.com").has("deployHook")).isFalse();
    }

    @Test
    void runsAnotherDeployHookAtOnceAfterTheFormerOneFailed() {
        place.issue("-d", "example.com");
        place.renew("--force", "--deploy-hook", "exit 3");
        Path deployed = directory.resolve("deployed");

        place.renew("--deploy-hook", "touch '" + deployed + "'");

        assertThat(deployed).exists();
        assertThat(place.list().out()).doesNotContain("hook failed");
    }

    @Test
    void holdsNothingAgainstADeployHookThatIsTakenBack() {
        place.issue("-d", "example.com");
        place.renew("--force", "--deploy-hook", "exit 3");
        assertThat(place.list().out()).contains("\n  hook failed  once, at ");

        place.renew("--deploy-hook", "");

        assertThat(place.list().out()).doesNotContain("hook failed");
    }

    @Test
    void renewsAtOnceForAnOptionThatChangesTheCertificateAndKeepsItThen() {
        place.issue("-d", "example.com", "--key-type", "p256");

        Run run = place.renew("-d", "example.com", "-d", "www.example.com", "--key-type", "p384");
        Run later = place.renew();

        assertThat(run.out()).startsWith("example.com: renewed");
        assertThat(place.settings("example.com").get("keyType").asString()).isEqualTo("p384");
        assertThat(place.settings("example.com").get("names").size()).isEqualTo(2);
        assertThat(later.out()).contains("not due until");
    }

    @Test
    void keepsOnlyWhatGoesWithTheCertificateInPlaceWhenTheNewOneIsNotGot() {
        place.issue("-d", "example.com", "--key-type", "p256");
        place.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "no"));

        Run run = place.renew("--key-type", "p384", "--deploy-hook", "echo second");

        assertThat(run.status()).isEqualTo(1);
        assertThat(place.settings("example.com").get("keyType").asString()).isEqualTo("p256");
        assertThat(place.settings("example.com").get("deployHook").asString()).isEqualTo("echo second");
    }

    @Test
    void keepsNothingInADryRun() {
        place.issue("-d", "example.com");
        Map<Path, String> before = place.files();

        Run run = place.renew("--dry-run", "--key-type", "p384", "--deploy-hook", "echo second");

        assertThat(run.out())
                .isEqualTo("example.com: would be renewed now, something else is wanted than what is there\n");
        assertThat(place.files()).isEqualTo(before);
    }

    @Test
    void listsWhatThereIsWhenACertificateIsNotKnown() {
        place.issue("-d", "example.com");
        place.issue("-d", "example.net");

        refused(
                "there is no certificate 'example.org' in '" + place.state + "'; there are example.com, example.net",
                place.renew("example.org"));
    }

    @Test
    void takesNamesForOneCertificateOnly() {
        place.issue("-d", "example.com");
        place.issue("-d", "example.net");

        refused(
                "-d and --csr give the names of one certificate, and there are 2",
                place.renew("-d", "www.example.com"));
    }

    @Test
    void needsATokenWhenSomethingIsDueAndCountsNoFailureWithout() {
        place.issue("-d", "example.com");
        place.time.advance(LATE);

        refused("no API token", place.withoutToken().run("acme", "renew"));

        assertThat(place.renew().out()).contains("renewed");
    }

    @Test
    void refusesOptionsOfTheWayThereBeforeAnythingIsTried() {
        place.issue("-d", "example.com");

        refused("--nameserver: ", place.renew("--force", "--nameserver", "a:b:c"));
        refused("--api-url", place.renew("--force", "--api-url", "not a url"));
        refused("--notify-webhook: ", place.renew("--force", "--notify-webhook", "ftp://hooks.example"));

        assertThat(place.list().status()).isZero();
    }

    @Test
    void refusesAKeyTypeThatIsNone() {
        place.issue("-d", "example.com");

        refused("'dsa' is not a key type", place.renew("--key-type", "dsa"));
    }

    @Test
    void hasNothingToDoWhereThereIsNothing() {
        Run run = place.renew();

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("nothing to renew in '" + place.state + "'");
        assertThat(place.renew("--json").out()).isEqualTo("[]\n");
    }

    @Test
    void doesNotLetOneUnreadableFileHideTheOthers() throws Exception {
        place.issue("-d", "example.com");
        place.issue("-d", "example.net");
        Files.writeString(place.state.resolve("renewal/example.com.json"), "{");

        Run run = place.renew();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("example.com: failed", "example.net: not due until");
        assertThat(run.err()).contains("vpsdns: example.com: ", "example.com.json' is not valid JSON");
    }

    @Test
    void tellsOfAFailureAndOfItsEnd() throws Exception {
        Path told = directory.resolve("told");
        String command = "echo \"$VPSDNS_EVENT $VPSDNS_LINEAGE $VPSDNS_FAILURES\" >>'" + told + "'";
        place.issue("-d", "example.com");
        place.time.advance(LATE);
        place.sandbox.acme().faults().next(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "no"));

        place.renew("--notify-command", command);
        place.time.advance(Duration.ofMinutes(2));
        place.renew("--notify-command", command);
        place.renew("--notify-command", command);

        assertThat(Files.readString(told)).isEqualTo("failed example.com 1\nrecovered example.com 0\n");
    }

    @Test
    void triesAFailedDeployHookAgainAndTellsWhenItIsWell() throws Exception {
        Path told = directory.resolve("told");
        Path ready = directory.resolve("ready");
        String command = "echo \"$VPSDNS_EVENT\" >>'" + told + "'";
        place.issue("-d", "example.com");
        place.time.advance(LATE);

        Run failed = place.renew("--deploy-hook", "test -e '" + ready + "'", "--notify-command", command);
        Files.createFile(ready);
        place.time.advance(Duration.ofMinutes(2));
        Run well = place.renew("--notify-command", command);

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).startsWith("example.com: renewed");
        assertThat(failed.err()).contains("vpsdns: example.com: the certificate is installed, but the deploy hook");
        assertThat(well.status()).as(well.err()).isZero();
        assertThat(Files.readString(told)).isEqualTo("deploy-failed\ndeployed\n");
    }

    private static void refused(String words, Run run) {
        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("vpsdns: ").contains(words).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
