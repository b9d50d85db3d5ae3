// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.auth.Admission;
import io.github.vpsdns.webhook.auth.Credentials;
import io.github.vpsdns.webhook.auth.Doorkeeper;
import io.github.vpsdns.webhook.settings.User;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lets in who is on its list, unless told what to answer. */
final class FakeDoorkeeper implements Doorkeeper {
    private final Map<Credentials, User> users = new LinkedHashMap<>();
    private final List<List<Credentials>> tries = new ArrayList<>();
    private @Nullable Admission answer;

    FakeDoorkeeper knowing(User user, String password) {
        users.put(new Credentials(user.name(), password), user);
        return this;
    }

    User user(String name) {
        return users.values().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void answer(Admission always) {
        answer = always;
    }

    List<List<Credentials>> tries() {
        return tries;
    }

    @Override
    public CompletionStage<Admission> admit(List<Credentials> alternatives, InetAddress client) {
        tries.add(alternatives);
        Optional<Admission> admitted = alternatives.stream()
                .filter(users::containsKey)
                .findFirst()
                .map(found -> new Admission.Admitted(users.get(found)));
        return CompletableFuture.completedFuture(answer != null ? answer : admitted.orElseGet(Admission.Refused::new));
    }
}
