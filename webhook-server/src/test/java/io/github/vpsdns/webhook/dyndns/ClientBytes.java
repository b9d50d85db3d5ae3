// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

/**
 * Requests as clients put them on the wire, read in their sources and in their vendors' pages, with {@code {host}}, {@code {basic}}
 * and {@code {pass}} where theirs are. They come from 203.0.113.7.
 */
enum ClientBytes {
    DDCLIENT("198.51.100.1,2001:db8::1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1,2001:db8::1 HTTP/1.1
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: ddclient/4.0.1
            Accept: */*
            Connection: close
            """),
    DDCLIENT_WITH_ALL_ITS_OPTIONS("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1&wildcard=ON&mx=mail.example.com&backmx=YES HTTP/1.1
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: ddclient/3.11.2
            Accept: */*
            Connection: close
            """),
    EDGEOS_AND_OLD_USG("198.51.100.1", """
            GET /nic/update?system=dyndns&hostname={host}&myip=198.51.100.1 HTTP/1.0
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: ddclient/3.8.3
            Connection: close
            """),
    INADYN("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1 HTTP/1.0
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: inadyn/2.12.0 https://github.com/troglobit/inadyn/issues
            """),
    INADYN_WITH_WILDCARD_AND_IPV6("2001:db8::1", """
            GET /nic/update?hostname={host}&myipv6=2001:db8::1&wildcard=ON HTTP/1.0
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: inadyn/2.12.0 https://github.com/troglobit/inadyn/issues
            """),
    UNIFI_AND_INADYN_CUSTOM("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1 HTTP/1.0
            Host: dyn.example.com:8245
            Authorization: {basic}
            User-Agent: inadyn/2.10.0 https://github.com/troglobit/inadyn/issues
            """),
    UNIFI_BEHIND_ANOTHER_ROUTER("203.0.113.7", """
            GET /nic/update?hostname={host}&myip=192.168.178.20 HTTP/1.0
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: inadyn/2.10.0 https://github.com/troglobit/inadyn/issues
            """),
    OPENWRT_WGET("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: Wget/1.21.4
            Accept: */*
            Accept-Encoding: identity
            Connection: Keep-Alive
            Authorization: {basic}
            """),
    OPENWRT_CURL("2001:db8::1", """
            GET /nic/update?hostname={host}&myip=2001:db8::1 HTTP/1.1
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: curl/8.7.1
            Accept: */*
            """),
    OPENWRT_UCLIENT_AS_FOR_DESEC("198.51.100.1", """
            GET /nic/update?hostname={host}&myipv4=198.51.100.1&myipv6=preserve HTTP/1.1
            Host: dyn.example.com
            User-Agent: uclient-fetch
            Authorization: {basic}
            """),
    PFSENSE("198.51.100.1", """
            GET /nic/update?system=dyndns&hostname={host}&myip=198.51.100.1&wildcard=OFF&mx=&backmx=NO HTTP/1.1
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: phpDynDNS/0.7
            Accept: */*
            """),
    PFSENSE_CUSTOM_IPV6("2001:db8::1", """
            GET /nic/update?hostname={host}&myip=2001:db8::1 HTTP/1.1
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: phpDynDNS/0.7
            Accept: */*
            """),
    OPNSENSE("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1&system=dyndns&wildcard=NOCHG HTTP/1.1
            Host: dyn.example.com
            User-Agent: OPNsense-dyndns
            Accept-Encoding: gzip, deflate
            Accept: */*
            Connection: keep-alive
            Authorization: {basic}
            """),
    OPNSENSE_CUSTOM_POST("198.51.100.1", """
            POST /nic/update?hostname={host}&myip=198.51.100.1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: OPNsense-dyndns
            Accept-Encoding: gzip, deflate
            Accept: */*
            Connection: keep-alive
            Content-Length: 0
            Authorization: {basic}
            """),
    OPNSENSE_CUSTOM_PUT("198.51.100.1", """
            PUT /nic/update?hostname={host}&myip=198.51.100.1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: OPNsense-dyndns
            Accept-Encoding: gzip, deflate
            Accept: */*
            Connection: keep-alive
            Content-Length: 0
            Authorization: {basic}
            """),
    MIKROTIK("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: Mikrotik/7.x Fetch
            Authorization: {basic}
            """),
    MIKROTIK_BEHIND_ANOTHER_ROUTER("203.0.113.7", """
            GET /nic/update?hostname={host} HTTP/1.1
            Host: dyn.example.com
            User-Agent: Mikrotik/7.x Fetch
            Authorization: {basic}
            """),
    FRITZBOX("198.51.100.1,2001:db8::1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1,2001:db8::1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: Fritz!Box DDNS/1.0.1
            Authorization: {basic}
            """),
    FRITZBOX_WITHOUT_IPV6("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1,&ip6lanprefix= HTTP/1.1
            Host: dyn.example.com
            User-Agent: Fritz!Box DDNS/1.0.1
            Authorization: {basic}
            """),
    FRITZBOX_WITHOUT_IPV4("2001:db8::1", """
            GET /nic/update?hostname={host}&myip=&myipv6=2001:db8::1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: Fritz!Box DDNS/1.0.1
            Authorization: {basic}
            """),
    FRITZBOX_WITH_PREFIX("198.51.100.1,2001:db8::1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1&myipv6=2001:db8::1&ip6lanprefix=2001:db8:1:2::/64 HTTP/1.1
            Host: dyn.example.com
            User-Agent: Fritz!Box DDNS/1.0.1
            Authorization: {basic}
            """),
    FRITZBOX_WITH_TWO_URLS_SENT_AS_ONE("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1%20http:/dyn.example.com/nic/update?myipv6=2001:db8::1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: Fritz!Box DDNS/1.0.1
            Authorization: {basic}
            """),
    FRITZBOX_WITH_PASSWORD_IN_THE_URL("198.51.100.1", """
            GET /nic/update?username=router&password={pass}&domain={host}&myip=198.51.100.1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: Fritz!Box DDNS/1.0.1
            """),
    SYNOLOGY("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1&username=router&password={pass} HTTP/1.1
            Host: dyn.example.com
            Accept: */*
            """),
    DDWRT_OLD_FORM("203.0.113.7", """
            GET /nic/update?{host} HTTP/1.0
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: inadyn/1.99.14
            """),
    OMADA("198.51.100.1", """
            GET /nic/update?hostname={host}&myip=198.51.100.1 HTTP/1.1
            Host: dyn.example.com
            Authorization: {basic}
            User-Agent: TP-Link Omada - ER605 - 2.1
            """),
    PYTHON_DYNDNSC("198.51.100.1", """
            GET /nic/update?myip=198.51.100.1&hostname={host} HTTP/1.1
            Host: dyn.example.com
            User-Agent: python-dyndnsc/0.6.1
            Accept-Encoding: gzip, deflate
            Accept: */*
            Connection: keep-alive
            Authorization: {basic}
            """),
    QDM12_DYN("198.51.100.1", """
            GET /v3/update?hostname={host}&myip=198.51.100.1 HTTP/1.1
            Host: dyn.example.com
            User-Agent: DDNS-Updater quentin.mcgaw@gmail.com
            Authorization: {basic}
            Accept-Encoding: gzip
            """),
    FORM("198.51.100.1", """
            POST /nic/update HTTP/1.1
            Host: dyn.example.com
            Content-Type: application/x-www-form-urlencoded
            Authorization: {basic}

            hostname={host}&myip=198.51.100.1
            """);

    private final String addresses;
    private final String request;

    ClientBytes(String addresses, String request) {
        this.addresses = addresses;
        this.request = request;
    }

    /** What the host's records are to say. */
    String addresses() {
        return addresses;
    }

    /** Whether it goes by the status alone. */
    boolean readsStatus() {
        return request.contains("OPNsense-dyndns");
    }

    /** Whether it is inadyn, which comes again after a 503. */
    boolean isInadyn() {
        return request.contains("User-Agent: inadyn/");
    }

    String request(String host, String password) {
        return request.replace("{host}", host)
                .replace("{basic}", Desk.basic("router", password))
                .replace("{pass}", password);
    }

    /** As it is sent before the server has asked for a password, or by a router without one. */
    String requestWithoutCredentials(String host) {
        return request(host, "")
                .lines()
                .filter(line -> !line.startsWith("Authorization:"))
                .map(line -> line.replace("username=router&password=&", "").replace("&username=router&password=", ""))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
