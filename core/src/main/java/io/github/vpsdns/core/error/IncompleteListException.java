// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.error;

/** A list that ended before all it announced had come. What was not seen must not be taken for absent. */
public final class IncompleteListException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    /** Stands for a number of entries that the API did not announce. */
    public static final long UNKNOWN = -1;

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

    private IncompleteListException(String operation, long received, String body) {
        super(operation, 200, "the list broke off after " + received + " entries; it is incomplete", body, null);
        this.expected = UNKNOWN;
        this.received = received;
    }

    /**
     * Creates the error of a list that ended in the middle, without a word of how long it should have been.
     *
     * @param operation what was listed
     * @param received how many entries came
     * @param body the start of the answer that ended, for diagnosis
     * @return the error
     */
    public static IncompleteListException cutOff(String operation, long received, String body) {
        return new IncompleteListException(operation, received, body);
    }

    /**
     * Returns how many entries the API announced.
     *
     * @return the number, {@link #UNKNOWN} if it announced none
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
