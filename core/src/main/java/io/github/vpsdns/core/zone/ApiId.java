// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zone;

import io.github.vpsdns.core.InvalidValueException;
import java.util.regex.Pattern;

/** What an id of the API may look like: it is opaque, but it becomes one segment of a path. */
final class ApiId {
    private static final Pattern SEGMENT = Pattern.compile("[^/?#%\\s\\p{Cntrl}]{1,128}");

    private ApiId() {}

    static void require(String id, String what) {
        if (!SEGMENT.matcher(id).matches() || id.equals(".") || id.equals("..")) {
            throw new InvalidValueException("'" + id + "' is not a " + what
                    + " id; expected the 'uuid' of the API, without white space and any of / ? # %");
        }
    }
}
