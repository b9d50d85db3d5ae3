// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A manifest for Kubernetes.
 *
 * @param content what it holds
 */
record KubernetesExample(Map<?, ?> content) {
    static KubernetesExample read(String name) {
        Example example = Example.of("other-clients/cert-manager/" + name + ".yaml");
        return new KubernetesExample(
                (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(example.text()));
    }

    /** Goes down by keys, and by numbers in lists. */
    Object at(Object... path) {
        Object here = content;
        for (Object key : path) {
            here = here instanceof List<?> list ? list.get((Integer) key) : ((Map<?, ?>) here).get(key);
        }
        return here;
    }
}
