// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import io.github.vpsdns.webhook.exchange.Reply;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sends replies: whole, with their length, since old clients do not understand chunks (RFC 9112 section 7.1), and never to be kept
 * by anybody or taken for another type than said.
 */
final class ReplyWriter {
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField NO_SNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    private ReplyWriter() {}

    static void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        HttpFields.Mutable fields = response.getHeaders();
        fields.put(HttpHeader.CONTENT_TYPE, reply.type());
        fields.put(NO_STORE);
        fields.put(NO_SNIFF);
        reply.headers().forEach(fields::put);
        fields.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
