// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a page could not be read, in words; nothing that a server sent is quoted. */
final class WebFailures {
    private WebFailures() {}

    /** Returns a clause to stand after the source's name. */
    static String describe(IOException failure) {
        if (failure instanceof FamilyDns.NoSuchFamilyException) {
            return "cannot be asked: " + failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "cannot be asked: its host name cannot be resolved";
        }
        if (failure instanceof SSLException) {
            return "cannot be asked securely: " + distrust(failure);
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "cannot be connected to";
        }
        if (failure instanceof InterruptedIOException) {
            return "did not answer in time";
        }
        if (failure instanceof ProtocolException) {
            return "answered with something that is not whole or not HTTP";
        }
        return failure instanceof SocketException
                ? "broke the connection"
                : "ended the connection before its answer was whole";
    }

    private static String distrust(IOException failure) {
        if (isCausedBy(failure, CertificateExpiredException.class)) {
            return "its certificate has expired, by this host's clock";
        }
        if (isCausedBy(failure, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet, by this host's clock";
        }
        if (isCausedBy(failure, SSLPeerUnverifiedException.class)) {
            return "its certificate is for other names";
        }
        if (isCausedBy(failure, CertificateException.class) || isCausedBy(failure, CertPathValidatorException.class)) {
            return "its certificate is from nobody whom this host trusts";
        }
        return "it does not speak TLS as this host does";
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }
}
