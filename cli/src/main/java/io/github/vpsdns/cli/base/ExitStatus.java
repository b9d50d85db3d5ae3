// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.base;

/** What the process tells its caller. A process ended by a signal exits with 128 and the signal's number instead. */
public final class ExitStatus {
    /** Done. */
    public static final int DONE = 0;
    /** Failed, and would again. */
    public static final int FAILED = 1;
    /** Wrong usage or configuration; nothing was done. */
    public static final int USAGE = 2;
    /** Failed for now and worth trying again: {@code EX_TEMPFAIL} of sysexits. */
    public static final int TRY_LATER = 75;

    private ExitStatus() {}
}
