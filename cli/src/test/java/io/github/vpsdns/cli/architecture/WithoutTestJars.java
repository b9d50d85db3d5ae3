// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What modules share for tests comes as a jar once they are packaged, in which ArchUnit does not see tests. */
final class WithoutTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("-tests.jar");
    }
}
