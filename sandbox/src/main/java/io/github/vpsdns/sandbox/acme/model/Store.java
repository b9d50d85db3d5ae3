// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of the CA's state.
 *
 * <p>Thread-safe by one lock: whoever reads or changes does so inside {@link #locked}, so that each request sees and
 * leaves a consistent whole. States that follow from others or from the time (an order whose authorizations are all
 * valid is ready, a pending one past its time is invalid) are brought up to date when read.
 */
public final class Store {
    private static final Set<Status> AUTHORIZATION_OPEN = Set.of(Status.PENDING, Status.VALID);

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Authorization> authorizations = new LinkedHashMap<>();
    private final Map<String, IssuedCertificate> certificates = new LinkedHashMap<>();

    /** Empty, telling the time by the given clock. */
    public Store(Clock clock) {
        this.clock = clock;
    }

    /** Runs the work while nobody else reads or changes anything; may be nested. */
    public <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** The time by which states are judged. */
    public Instant now() {
        return clock.instant();
    }

    /** Adds or replaces. */
    public Account put(Account account) {
        return put(accounts, account.id(), account);
    }

    /** Adds or replaces. */
    public Order put(Order order) {
        return put(orders, order.id(), order);
    }

    /** Adds or replaces. */
    public Authorization put(Authorization authorization) {
        return put(authorizations, authorization.id(), authorization);
    }

    /** Adds or replaces. */
    public IssuedCertificate put(IssuedCertificate certificate) {
        return put(certificates, certificate.id(), certificate);
    }

    /** The account with that id, whatever its state. */
    public Optional<Account> account(String id) {
        requireLock();
        return Optional.ofNullable(accounts.get(id));
    }

    /** The account with that key, whatever its state. */
    public Optional<Account> accountByThumbprint(String thumbprint) {
        requireLock();
        return accounts.values().stream()
                .filter(account -> account.thumbprint().equals(thumbprint))
                .findFirst();
    }

    /** The order with that id in its present state. */
    public Optional<Order> order(String id) {
        requireLock();
        return Optional.ofNullable(orders.get(id)).map(this::upToDate);
    }

    /** An account's orders that are not invalid, oldest first. */
    public List<Order> ordersOf(String accountId) {
        requireLock();
        return List.copyOf(orders.values()).stream()
                .filter(order -> order.accountId().equals(accountId))
                .map(this::upToDate)
                .filter(order -> order.status() != Status.INVALID)
                .toList();
    }

    /** The authorization with that id in its present state. */
    public Optional<Authorization> authorization(String id) {
        requireLock();
        return Optional.ofNullable(authorizations.get(id)).map(this::upToDate);
    }

    /** An account's authorizations in their present state, oldest first. */
    public Stream<Authorization> authorizationsOf(String accountId) {
        requireLock();
        return List.copyOf(authorizations.values()).stream()
                .filter(authorization -> authorization.accountId().equals(accountId))
                .map(this::upToDate);
    }

    /** The first certificate, in order of issuing, that fits. */
    public Optional<IssuedCertificate> certificate(Predicate<IssuedCertificate> wanted) {
        return certificates().stream().filter(wanted).findFirst();
    }

    /** All certificates in order of issuing. */
    public List<IssuedCertificate> certificates() {
        requireLock();
        return List.copyOf(certificates.values());
    }

    private Order upToDate(Order order) {
        return switch (order.status()) {
            case PENDING, READY -> {
                Status present = presentStatus(order);
                yield present == order.status() ? order : put(order.withStatus(present));
            }
            default -> order;
        };
    }

    private Status presentStatus(Order order) {
        if (!now().isBefore(order.expires())) {
            return Status.INVALID;
        }
        List<Status> states = order.authorizationIds().stream()
                .flatMap(id -> authorization(id).stream())
                .map(Authorization::status)
                .toList();
        if (!AUTHORIZATION_OPEN.containsAll(states)) {
            return Status.INVALID;
        }
        return states.contains(Status.PENDING) ? Status.PENDING : Status.READY;
    }

    private Authorization upToDate(Authorization authorization) {
        boolean over = AUTHORIZATION_OPEN.contains(authorization.status()) && !now().isBefore(authorization.expires());
        return over ? put(authorization.withStatus(Status.EXPIRED)) : authorization;
    }

    private <T> T put(Map<String, T> map, String id, T value) {
        requireLock();
        map.put(id, value);
        return value;
    }

    private void requireLock() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("the store is used outside of locked()");
        }
    }
}
