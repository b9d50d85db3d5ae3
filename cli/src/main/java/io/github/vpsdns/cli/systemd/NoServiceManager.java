// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.systemd;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Nobody wants to be told. */
final class NoServiceManager implements ServiceManager {
    @Override
    public void ready() {}

    @Override
    public void reloading() {}

    @Override
    public void stopping() {}

    @Override
    public void status(Supplier<String> status) {}

    @Override
    public void keepAlive(BooleanSupplier alive) {}

    @Override
    public void close() {}
}
