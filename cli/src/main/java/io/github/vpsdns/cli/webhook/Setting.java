// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.config.Configurations;
import io.github.vpsdns.cli.config.Outside;
import io.github.vpsdns.cli.webhook.config.WebhookConfiguration;
import io.github.vpsdns.webhook.settings.BrokerSettings;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.settings.User;
import io.github.vpsdns.webhook.settings.WebhookSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * A configuration in its surroundings.
 *
 * @param configuration what the file says
 * @param outside where the API and the name servers are
 * @param dryRun whether nothing is to be written
 */
record Setting(WebhookConfiguration configuration, Outside outside, boolean dryRun) {
    static Setting read(Frame frame, Path file, WebhookRun line) {
        return join(Configurations.read(frame, () -> WebhookConfiguration.read(file, frame.host())), line);
    }

    static Setting reread(Frame frame, Path file, WebhookRun line) {
        return join(Configurations.reread(() -> WebhookConfiguration.read(file, frame.host())), line);
    }

    private static Setting join(WebhookConfiguration configuration, WebhookRun line) {
        Outside given = new Outside(line.api, line.dns);
        return new Setting(configuration, given.over(line.spec, configuration.api(), configuration.dns()), line.dryRun);
    }

    WebhookSettings server() {
        return dryRun ? dry(configuration.server()) : configuration.server();
    }

    /** A challenge that is not in the zone proves nothing, so that no client is to believe it was; nobody may ask for one. */
    private static WebhookSettings dry(WebhookSettings real) {
        UpdateSettings updates = real.updates();
        BrokerSettings broker = real.broker();
        List<User> users = real.users().stream().map(Setting::withoutChallenges).toList();
        return new WebhookSettings(
                real.listen(),
                real.tls(),
                real.trustedProxies(),
                users,
                real.addresses(),
                real.limits(),
                new UpdateSettings(
                        updates.ttl(),
                        updates.patience(),
                        updates.recheck(),
                        updates.drift(),
                        updates.parallel(),
                        true),
                new BrokerSettings(broker.ttl(), broker.expire(), null, BrokerSettings.Registration.CLOSED, true),
                real.admin());
    }

    private static User withoutChallenges(User user) {
        return new User(user.name(), user.password(), user.hosts(), List.of(), user.networks(), user.expires());
    }
}
