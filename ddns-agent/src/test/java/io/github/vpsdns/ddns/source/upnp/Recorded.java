// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What real routers say. */
final class Recorded {
    private Recorded() {}

    static String text(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FakeRouter fritzBox() {
        return new FakeRouter("127.0.0.1")
                .answering(text("fritzbox/search.txt"))
                .page("/igddesc.xml", 200, text("fritzbox/description.xml"))
                .page(
                        "/igdupnp/control/WANIPConn1",
                        (request, out) -> answer(
                                        request.contains("X_AVM_DE_GetExternalIPv6Address")
                                                ? "fritzbox/ipv6.xml"
                                                : "fritzbox/ipv4.xml")
                                .write(request, out));
    }

    static FakeRouter openWrt() {
        return openWrt("127.0.0.1", "miniupnpd/ipv4.xml");
    }

    static FakeRouter openWrt(String address, String ipv4) {
        return new FakeRouter(address)
                .answering(text("miniupnpd/search.txt"))
                .page("/rootDesc.xml", 200, text("miniupnpd/description.xml"))
                .page(
                        "/ctl/IPConn",
                        (request, out) -> (request.contains("#GetExternalIPAddress\"")
                                        ? answer(ipv4)
                                        : status(500, text("miniupnpd/invalid-action.xml")))
                                .write(request, out));
    }

    static FakeRouter tpLink() {
        FakeRouter router = new FakeRouter("127.0.0.1").answering(text("tplink/search.txt"));
        return router.page(
                        "/igd.xml",
                        200,
                        text("tplink/description.xml").replace("http://192.168.1.1:1900", router.url("")))
                .page("/wanip", 200, text("tplink/ip.xml"))
                .page("/wanppp", 200, text("tplink/ppp.xml"));
    }

    static FakeRouter.Page answer(String name) {
        return status(200, text(name));
    }

    static FakeRouter.Page status(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, out) -> {
            out.write(("HTTP/1.1 " + status + " Whatever\r\nContent-Type: text/xml; charset=\"utf-8\"\r\n"
                            + "Connection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
        };
    }
}
