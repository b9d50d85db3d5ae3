// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole answer by HTTP/1.1 (RFC 9112), within limits of size. */
final class HttpReply {
    static final int BODY_LIMIT = 64 * 1024;

    private static final int HEAD_LIMIT = 16 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})[ \t]*(;.*)?");

    private final int status;
    private final byte[] body;

    private HttpReply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** Returns the final status, 200 to 599. */
    int status() {
        return status;
    }

    /** Returns the content, at most {@value #BODY_LIMIT} bytes. */
    InputStream body() {
        return new ByteArrayInputStream(body);
    }

    static HttpReply read(InputStream in) throws IOException {
        Limited limited = new Limited(in);
        int status = status(limited);
        Map<String, String> fields = fields(limited);
        while (status < 200) {
            status = status(limited);
            fields = fields(limited);
        }
        return new HttpReply(status, body(in, fields));
    }

    private static int status(Limited in) throws IOException {
        Matcher line = STATUS_LINE.matcher(in.line());
        if (!line.matches()) {
            throw new IOException("it does not speak HTTP");
        }
        return Integer.parseInt(line.group(1));
    }

    private static Map<String, String> fields(Limited in) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = in.line(); !line.isEmpty(); line = in.line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static byte[] body(InputStream in, Map<String, String> fields) throws IOException {
        if (fields.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks(in);
        }
        String length = fields.get("content-length");
        if (length == null) {
            return bounded(in.readNBytes(BODY_LIMIT + 1));
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new IOException("it announces a length that is no number");
        }
        return exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Limited lines = new Limited(in);
        int size = chunkSize(lines);
        while (size > 0) {
            bounded(whole.size() + size);
            whole.writeBytes(exactly(in, size));
            lines.line();
            size = chunkSize(lines);
        }
        return whole.toByteArray();
    }

    private static int chunkSize(Limited lines) throws IOException {
        Matcher line = CHUNK.matcher(lines.line());
        if (!line.matches()) {
            throw new IOException("its chunks have no size");
        }
        return Integer.parseInt(line.group(1), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        bounded(length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("it ended its answer early");
        }
        return bytes;
    }

    private static byte[] bounded(byte[] bytes) throws IOException {
        bounded(bytes.length);
        return bytes;
    }

    private static void bounded(int length) throws IOException {
        if (length > BODY_LIMIT) {
            throw new IOException("its answer is longer than " + BODY_LIMIT + " bytes");
        }
    }

    /** Lines, as long as there are not too many. */
    private static final class Limited {
        private final InputStream in;
        private int left = HEAD_LIMIT;

        Limited(InputStream in) {
            this.in = in;
        }

        String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("it ended its answer early");
                }
                if (--left < 0) {
                    throw new IOException("its header fields are longer than " + HEAD_LIMIT + " bytes");
                }
                line.write(next);
            }
            left--;
            return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }
    }
}
