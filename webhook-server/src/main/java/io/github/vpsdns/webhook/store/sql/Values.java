// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.store.sql;

import io.github.vpsdns.webhook.store.HostKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, in order. Not thread-safe. */
final class Values {
    private final PreparedStatement statement;
    private int index;

    private Values(PreparedStatement statement) {
        this.statement = statement;
    }

    static Values of(PreparedStatement statement) {
        return new Values(statement);
    }

    Values add(@Nullable Object value) throws SQLException {
        statement.setObject(++index, value);
        return this;
    }

    Values add(HostKey key) throws SQLException {
        return add(key.host().toString()).add(key.family().word());
    }
}
