// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.monitor;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 200 while all is well, otherwise 503 with one line a problem. */
record HealthPage(Supplier<List<String>> problems) implements Content {
    @Override
    public Answer answer(@Nullable String accept) {
        List<String> wrong = problems.get();
        return wrong.isEmpty() ? Answer.text(200, "ok") : Answer.text(503, String.join("\n", wrong));
    }
}
