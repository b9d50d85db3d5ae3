// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** A list that ended before all it announced had come. What was not seen must not be taken for absent. */
public final class IncompleteListException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long received;

    /**
     * Creates the error.
     *
     * @param operation what was listed
     * @param expected how many entries the API announced
     * @param received how many came
     */
    public IncompleteListException(String operation, long expected, long received) {
        super(
                operation,
                200,
                "the API announced " + expected + " entries and sent " + received + "; the list is incomplete",
                "",
                null);
        this.expected = expected;
        this.received = received;
    }

    /**
     * Returns how many entries the API announced.
     *
     * @return the number
     */
    public long expected() {
        return expected;
    }

    /**
     * Returns how many different entries came.
     *
     * @return the number
     */
    public long received() {
        return received;
    }
}
