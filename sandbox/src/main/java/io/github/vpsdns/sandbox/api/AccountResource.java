// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.api.Operation.Context;
import io.github.vpsdns.sandbox.state.AccessToken;
import io.github.vpsdns.sandbox.state.Permission;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /account/me/}, which any token may read, whatever its permissions. */
final class AccountResource {
    private AccountResource() {}

    static Reply me(Context context) {
        AccessToken token = context.token();
        ObjectNode account = Json.object()
                .put("email", token.account() + "@sandbox.test")
                .put("first_name", "Sandbox")
                .put("last_name", "User")
                .put("company_name", "")
                .put("created_at", "2024-06-15");
        ArrayNode permissions = Json.array();
        token.permissions().stream().map(Permission::wireName).sorted().forEach(permissions::add);
        ObjectNode shown = Json.object().put("name", token.name()).set("permissions", permissions);
        return Reply.json(200, Json.object().set("account", account).set("token", shown));
    }
}
