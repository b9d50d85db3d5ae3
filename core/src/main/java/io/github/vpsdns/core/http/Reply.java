// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.http;

import io.github.vpsdns.core.error.ProtocolException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** An answer whose head has come and whose body is being read. For one thread at a time; closing may come from any. */
public final class Reply implements Closeable {
    private final ApiRequest request;
    private final Response response;
    private final RememberingStream body;
    private final UnaryOperator<String> redaction;

    Reply(ApiRequest request, Response response, UnaryOperator<String> redaction) {
        this.request = request;
        this.response = response;
        this.body = new RememberingStream(response.body().byteStream());
        this.redaction = redaction;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200 to 299 for who reads a value
     */
    public int status() {
        return response.code();
    }

    /**
     * Returns the body.
     *
     * @return the body, decompressed
     */
    public InputStream body() {
        return body;
    }

    String description() {
        return request.description();
    }

    /** The value of a header without secrets, empty if there is none. */
    String header(String name) {
        String value = response.header(name);
        return value == null ? "" : redaction.apply(value);
    }

    /** What the API asks to wait; a date is taken relative to the answer's own {@code Date}, for clocks differ. */
    @Nullable
    Duration retryAfter(Instant now) {
        String value = response.header(Transport.RETRY_AFTER);
        return value == null ? null : RetryAfter.parse(value, response.header("Date"), now);
    }

    /** The start of the body as far as it has been read, without secrets. */
    String excerpt() {
        return redaction.apply(body.remembered());
    }

    /** Reads up to the given number of bytes as text, without secrets. */
    String text(int limit) throws IOException {
        return redaction.apply(new String(body.readNBytes(limit), java.nio.charset.StandardCharsets.UTF_8));
    }

    ProtocolException refuse(String problem) {
        return new ProtocolException(description(), status(), redaction.apply(problem), excerpt(), null);
    }

    /** Whether JSON could not be read because it ended too early; Jackson does not tell in all places. */
    boolean isCut(JacksonException failure) {
        return failure instanceof UnexpectedEndOfInputException
                || (!(failure instanceof JacksonIOException)
                        && body.isExhausted()
                        && !excerpt().isBlank());
    }

    /**
     * Reads with every failure told in the library's terms. What Jackson says is left out: it may quote the body at length.
     */
    <T> T read(ReplyReader<T> reader) throws IOException {
        try {
            return reader.read(this);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            if (isCut(e)) {
                throw refuse("the API answered " + status() + " with JSON that ends in the middle");
            }
            String type = header("Content-Type");
            throw refuse("the API answered " + status() + " with something that is not JSON"
                    + (type.isEmpty() ? "" : " (" + type + ")") + "; check the API URL");
        } catch (UnexpectedShapeException e) {
            throw refuse("the API answered " + status() + " with " + e.getMessage());
        }
    }

    @Override
    public void close() {
        response.close();
    }
}
