// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.Address;

/** The eight record types of the API, and which values each takes. */
enum RecordType {
    A("Enter a valid IPv4 address.") {
        @Override
        boolean accepts(String value) {
            return IPV4.matcher(value).matches();
        }
    },
    AAAA("Enter a valid IPv6 address.") {
        @Override
        boolean accepts(String value) {
            return value.indexOf(':') >= 0 && Address.toByteArray(value, Address.IPv6) != null;
        }
    },
    CNAME("Enter a valid host name.") {
        @Override
        boolean accepts(String value) {
            return isHost(value);
        }
    },
    MX("Enter the host name of the mail server; the priority is a field of its own.") {
        @Override
        boolean accepts(String value) {
            // "." says that the domain takes no mail (RFC 7505).
            return value.equals(".") || isHost(value);
        }
    },
    TXT("Ensure this field has no more than " + RecordType.TXT_LENGTH + " characters.") {
        @Override
        boolean accepts(String value) {
            return value.length() <= TXT_LENGTH;
        }
    },
    NS("Enter a valid host name.") {
        @Override
        boolean accepts(String value) {
            return isHost(value);
        }
    },
    SRV("Enter weight, port and target, such as \"10 5060 sip.example.com\".") {
        @Override
        boolean accepts(String value) {
            Matcher parts = SRV_VALUE.matcher(value);
            return parts.matches()
                    && isUnsigned16(parts.group(1))
                    && isUnsigned16(parts.group(2))
                    && (parts.group(3).equals(".") || isHost(parts.group(3)));
        }
    },
    CAA("Enter flags, tag and a quoted value, such as 0 issue \"letsencrypt.org\".") {
        @Override
        boolean accepts(String value) {
            Matcher parts = CAA_VALUE.matcher(value);
            return parts.matches() && Integer.parseInt(parts.group(1)) <= 255;
        }
    };

    static final int MAX_PRIORITY = 65_535;

    /** Undocumented; holds a DKIM key of 16384 bits and still fits into one DNS message. */
    private static final int TXT_LENGTH = 4096;

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern HOST = Pattern.compile(
            "(?i)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.?");
    private static final Pattern SRV_VALUE = Pattern.compile("(\\d{1,5}) (\\d{1,5}) (\\S+)");
    private static final Pattern CAA_VALUE = Pattern.compile("(\\d{1,3}) ([A-Za-z0-9]{1,15}) \"([ !#-\\[\\]-~]*)\"");

    private final String complaint;

    RecordType(String complaint) {
        this.complaint = complaint;
    }

    abstract boolean accepts(String value);

    /** What to say of a value that is not accepted. */
    String complaint() {
        return complaint;
    }

    boolean needsPriority() {
        return this == MX || this == SRV;
    }

    private static boolean isHost(String value) {
        return value.length() <= 254
                && !IPV4.matcher(value).matches()
                && HOST.matcher(value).matches();
    }

    private static boolean isUnsigned16(String digits) {
        return Integer.parseInt(digits) <= 65_535;
    }
}
