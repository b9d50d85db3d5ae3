// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.ca.CaProblem;
import java.net.URI;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.connector.Connection;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.toolbox.JSONBuilder;

/** The requests about an account that exists (RFC 8555 section 7.3). Thread-safe. */
public final class AccountCalls {
    /** How CAs refuse a request that the account's key has not signed. */
    private static final Set<String> OF_ANOTHER_KEY =
            Set.of("unauthorized", "malformed", "accountDoesNotExist", "badSignatureAlgorithm");

    private final Ca ca;

    public AccountCalls(Ca ca) {
        this.ca = ca;
    }

    /** Looks for the account that has this key; makes none (RFC 8555 section 7.3.1). */
    public Optional<Login> find(KeyPair key) {
        return ca.calls().call("asking the CA which key the account has", () -> {
            try {
                return Optional.of(
                        new AccountBuilder().useKeyPair(key).onlyExisting().createLogin(ca.session()));
            } catch (AcmeServerException e) {
                CaProblem problem = Problems.of(e.getProblem());
                // Some CAs ask for the binding before they look whether they would have to make an account at all.
                if (problem.is("accountDoesNotExist") || problem.is("externalAccountRequired")) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /**
     * Tells whether the account has this key, by asking the account itself: a CA that looks for accounts only with a binding does
     * not tell it otherwise.
     */
    public boolean has(URI account, KeyPair key) {
        Login login = ca.login(account, key);
        return ca.calls().call("asking the CA which key the account has", () -> {
            try {
                login.getAccount().fetch();
                return true;
            } catch (AcmeServerException e) {
                if (OF_ANOTHER_KEY.contains(Problems.of(e.getProblem()).type())) {
                    return false;
                }
                throw e;
            }
        });
    }

    public Account read(Login login) {
        return ca.calls().call("reading the account at the CA", () -> {
            Account account = login.getAccount();
            account.fetch();
            return account;
        });
    }

    /** Gives the account these contacts and no others. acme4j's own edit leaves the old ones where there is no new one. */
    public void replaceContacts(Login login, List<String> contacts) {
        ca.calls().call("changing the contacts of the account at the CA", () -> {
            try (Connection connection = ca.session().connect()) {
                JSONBuilder claims = new JSONBuilder().put("contact", contacts);
                connection.sendSignedRequest(login.getAccount().getLocation(), claims, login);
                return connection.readJsonResponse();
            }
        });
    }

    /** Gives the account another key, once (RFC 8555 section 7.3.5). */
    public void changeKey(URI account, KeyPair old, KeyPair fresh) {
        Login login = ca.login(account, old);
        ca.calls()
                .settle(
                        "changing the key of the account at the CA",
                        () -> login.getAccount().changeKey(fresh),
                        () -> has(account, fresh));
    }

    /** Closes the account for good (RFC 8555 section 7.3.6). */
    public void deactivate(Login login) {
        ca.calls().call("deactivating the account at the CA", () -> {
            login.getAccount().deactivate();
            return login;
        });
    }
}
