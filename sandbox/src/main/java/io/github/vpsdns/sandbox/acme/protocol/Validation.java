// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.model.Account;
import io.github.vpsdns.sandbox.acme.model.Authorization;
import io.github.vpsdns.sandbox.acme.model.Challenge;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemException;
import io.github.vpsdns.sandbox.acme.model.Status;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.validation.DnsValidator;
import io.github.vpsdns.sandbox.acme.validation.PersistentRecord;
import io.github.vpsdns.sandbox.acme.validation.Question;
import io.github.vpsdns.sandbox.acme.validation.Workshop;
import io.github.vpsdns.sandbox.acme.wire.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at a challenge in the workshop and writes the outcome down. */
final class Validation {
    private final Store store;
    private final Urls urls;
    private final Settings settings;
    private final DnsValidator dns;
    private final Workshop workshop;
    private final AcmeFaults faults;
    private final AcmeLog log;

    Validation(
            Store store,
            Urls urls,
            Settings settings,
            DnsValidator dns,
            Workshop workshop,
            AcmeFaults faults,
            AcmeLog log) {
        this.store = store;
        this.urls = urls;
        this.settings = settings;
        this.dns = dns;
        this.workshop = workshop;
        this.faults = faults;
        this.log = log;
    }

    /** Begins, unless that was done before; refuses if the authorization is not pending. */
    void start(Authorization authorization, Challenge challenge, Account account) {
        if (store.locked(() -> begin(authorization.id(), challenge.id()))) {
            log.add(new AcmeEvent.ChallengeTriggered(
                    authorization.orderedName(), challenge.type().wireName()));
            workshop.run(
                    () -> look(authorization, challenge, account), settings.validationDelay(), settings.patience());
        }
    }

    private boolean begin(String authorizationId, String challengeId) {
        Authorization authorization = store.authorization(authorizationId).orElseThrow();
        Challenge challenge = challenge(authorization, challengeId).orElseThrow();
        if (challenge.status() != Status.PENDING) {
            return false;
        }
        if (authorization.status() != Status.PENDING) {
            throw ProblemException.malformed("the authorization is not pending but has status \""
                    + authorization.status().wireName() + "\"");
        }
        store.put(authorization.withChallenge(challenge.processing()));
        return true;
    }

    private void look(Authorization authorization, Challenge challenge, Account account) {
        Question question = new Question(
                authorization.domain(),
                authorization.wildcard(),
                urls.account(account.id()),
                challenge.type().wireName());
        String name = challenge.type().recordName(question.domain(), question.accountUrl());
        Optional<Problem> problem = faults.takeValidation(authorization.domain())
                .or(() -> dns.checkText(name, fitting(challenge, account, question)))
                .or(() -> settings.checkCaa() ? dns.checkCaa(question) : Optional.empty());
        AcmeEvent event = problem.<AcmeEvent>map(why -> new AcmeEvent.ChallengeFailed(
                        authorization.orderedName(), challenge.type().wireName(), why))
                .orElseGet(() -> new AcmeEvent.ChallengeValidated(
                        authorization.orderedName(), challenge.type().wireName()));
        store.locked(() -> settle(authorization.id(), challenge.id(), problem));
        log.add(event);
    }

    private Predicate<String> fitting(Challenge challenge, Account account, Question question) {
        return challenge.type().hasToken()
                ? digest(challenge.token() + "." + account.thumbprint())::equals
                : new PersistentRecord(Settings.ISSUER, question, store.now());
    }

    private Optional<Authorization> settle(String authorizationId, String challengeId, Optional<Problem> problem) {
        return store.authorization(authorizationId)
                // It may have been deactivated or have expired while it was looked at.
                .filter(authorization -> authorization.status() == Status.PENDING)
                .flatMap(authorization -> challenge(authorization, challengeId)
                        .map(challenge -> store.put(problem.map(why -> failed(authorization, challenge, why))
                                .orElseGet(() -> proven(authorization, challenge)))));
    }

    private static Authorization failed(Authorization authorization, Challenge challenge, Problem why) {
        return authorization.withChallenge(challenge.invalid(why)).withStatus(Status.INVALID);
    }

    private Authorization proven(Authorization authorization, Challenge challenge) {
        return authorization.proven(challenge.valid(store.now()), store.now().plus(settings.authorizationLifetime()));
    }

    private static Optional<Challenge> challenge(Authorization authorization, String id) {
        return authorization.challenges().stream()
                .filter(challenge -> challenge.id().equals(id))
                .findFirst();
    }

    private static String digest(String keyAuthorization) {
        try {
            return Base64Url.encode(
                    MessageDigest.getInstance("SHA-256").digest(keyAuthorization.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
