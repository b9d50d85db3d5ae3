// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.auth;

import io.github.vpsdns.webhook.password.PasswordHash;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings in force: who there is, and how much is taken of them. Immutable but for what accounts remember. */
record Roll(Map<String, Account> accounts, List<PasswordHash> hashes, Limits limits) {
    /** Takes over what the former roll remembers of those whose password is the same. */
    static Roll of(List<User> users, Limits limits, @Nullable Roll former, long nanoTime) {
        Map<String, Account> accounts = new HashMap<>();
        for (User user : users) {
            Account before = former == null ? null : former.accounts.get(user.name());
            accounts.put(user.name(), new Account(user, memory(before, user, nanoTime)));
        }
        List<PasswordHash> hashes = users.isEmpty()
                ? List.of(PasswordHash.of("nobody"))
                : users.stream().map(User::password).toList();
        return new Roll(Map.copyOf(accounts), hashes, limits);
    }

    private static Account.Memory memory(@Nullable Account before, User user, long nanoTime) {
        return before != null
                        && before.user()
                                .password()
                                .encoded()
                                .equals(user.password().encoded())
                ? before.memory()
                : new Account.Memory(nanoTime);
    }

    @Nullable
    Account account(String name) {
        return accounts.get(name);
    }

    /** Whose hash is verified in place of the one that a name does not have: one name always has the same, and costs as much. */
    PasswordHash decoy(Fingerprint name) {
        return hashes.get(Math.floorMod(name.hashCode(), hashes.size()));
    }
}
