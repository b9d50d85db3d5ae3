// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.training;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS in front of a plain server on loopback, by a certificate that this JVM is told to trust and that nobody else ever sees. */
final class TlsFront implements AutoCloseable {
    /** Guards a key that lives as long as the training; a key store wants one. */
    private static final String PASSWORD = "training";

    private static final long LIMIT_SECONDS = 60;

    private final URI target;
    private final SSLServerSocket server;

    private TlsFront(URI target, SSLServerSocket server) {
        this.target = target;
        this.server = server;
    }

    /**
     * Starts.
     *
     * @param target the plain server
     * @param directory for the key
     * @return the front; empty if this Java cannot make a certificate
     */
    static Optional<TlsFront> of(URI target, Path directory) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Path store = directory.resolve("tls.p12");
        if (!Files.isExecutable(keytool) || !make(keytool, store)) {
            return Optional.empty();
        }
        readWhomEverybodyTrusts();
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        TlsFront front = new TlsFront(target, socket(store));
        daemon(front::serve);
        return Optional.of(front);
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + server.getLocalPort() + target.getPath());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static boolean make(Path keytool, Path store) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "training",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=training",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    /** As every other process does, which trusts no certificate for training. */
    private static void readWhomEverybodyTrusts() throws IOException {
        try {
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
                    .init((KeyStore) null);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificates that this Java trusts cannot be read: " + e.getMessage(), e);
        }
    }

    private static SSLServerSocket socket(Path store) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException e) {
            throw new IOException("the key for training cannot be used: " + e.getMessage(), e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket outer = server.accept();
                Socket inner = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
                daemon(() -> copy(outer, inner));
                daemon(() -> copy(inner, outer));
            } catch (IOException e) {
                // Closed, or a client that went away during its handshake; the next one is another matter.
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Whichever side ends first ends both.
            return;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "vpsdns-training-tls");
        thread.setDaemon(true);
        thread.start();
    }
}
