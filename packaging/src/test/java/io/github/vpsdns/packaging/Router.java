// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.packaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tells a server addresses as routers do, by DynDNS2. */
record Router(int port, String host) {
    static final String USER = "box";
    static final String PASSWORD = "s3cret-password";

    /** What the server says to it. */
    String update(String address) throws IOException, InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + port + "/nic/update?hostname=" + host + "&myip=" + address);
        String credentials =
                Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Authorization", "Basic " + credentials)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** The line of a configuration that lets it in. */
    String user(String hash) {
        return "users: [{ name: %s, password: \"%s\", hosts: %s }]".formatted(USER, hash.strip(), host);
    }
}
