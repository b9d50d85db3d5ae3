// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.program;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.List;

/** acme.sh's acmeproxy provider. */
public final class AcmeSh implements Recipe {
    @Override
    public Guide guide(Target target) {

        String host = target.host().withoutWildcard().toString();
        return Guide.begin("Set these variables once; acme.sh remembers them. The wildcard is optional.")
                .snippet(
                        "Terminal",
                        List.of(
                                "export ACMEPROXY_ENDPOINT="
                                        + Quoting.shell(target.server().toString()),
                                "export ACMEPROXY_USERNAME=" + Quoting.shell(target.user()),
                                "export ACMEPROXY_PASSWORD=" + Quoting.shell(Guide.PASSWORD),
                                "acme.sh --issue --dns dns_acmeproxy -d " + Quoting.shell(host) + " -d "
                                        + Quoting.shell("*." + host)))
                .build();
    }
}
