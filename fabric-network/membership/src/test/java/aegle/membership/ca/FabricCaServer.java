// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.x500.X500Name;

/** The {@code fabric-ca-server} of the PATH on a free port of this machine, with TLS, that can be killed, frozen and started again. */
final class FabricCaServer implements AutoCloseable {
    static final String REGISTRAR = "membership-registrar";

    private static final String PROGRAM = "fabric-ca-server";
    private static final long START_SECONDS = 60;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path program;
    private final Path home;
    private final int port;
    private final X509Certificate tlsRoot;
    private Process process;

    private FabricCaServer(Path program, Path home, int port, X509Certificate tlsRoot) throws Exception {
        this.program = program;
        this.home = home;
        this.port = port;
        this.tlsRoot = tlsRoot;
        this.process = launch();
    }

    static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static FabricCaServer start(Path home) throws Exception {
        Files.createDirectories(home);
        int port = freePort();
        try (var secret = EnrollmentSecret.random(RANDOM);
                var tls = TlsAuthority.open(home, Clock.systemUTC(), RANDOM);
                var template = FabricCaServer.class.getResourceAsStream("fabric-ca-server-config.yaml")) {
            tls.issue("localhost", "127.0.0.1").write(home.resolve("tls-cert.pem"), home.resolve("tls-key.pem"));
            makeRoot(home);
            Files.writeString(home.resolve("registrar-secret"), secret.reveal() + "\n");
            String configuration = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PORT@", Integer.toString(port))
                    .replace("@SECRET@", secret.reveal());
            Files.writeString(home.resolve(PROGRAM + "-config.yaml"), configuration);
            return new FabricCaServer(program().orElseThrow(), home, port, tls.root());
        }
    }

    /** An organization's root that is a month old and was made elsewhere. */
    private static void makeRoot(Path home) throws IOException {
        Path file = home.resolve("root.pem");
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(-30));
        RootAuthority.open(file, new X500Name("CN=Invented membership root"), clock, RANDOM)
                .close();
        try (CertifiedKey root = CertifiedKey.read(file)) {
            new ServerCredentials(root.certificate(), root.key().privateKey())
                    .write(home.resolve("ca-cert.pem"), home.resolve("ca-key.pem"));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws Exception {
        Process started = new ProcessBuilder(program.toString(), "start", "--home", home.toString())
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        var listening = new FutureTask<>(() -> waitUntilListening(started.inputReader(), said));
        Thread.ofVirtual().start(listening);
        try {
            if (listening.get(START_SECONDS, TimeUnit.SECONDS)) {
                return started;
            }
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            started.destroyForcibly();
            throw new IOException("fabric-ca-server does not start: " + said, e);
        }
        throw new IOException("fabric-ca-server ended: " + said);
    }

    private static boolean waitUntilListening(BufferedReader output, StringBuilder said) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Listening on https://")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return true;
            }
        }
        return false;
    }

    FabricCaSettings settings(Path folder) {
        return new FabricCaSettings(
                URI.create("https://127.0.0.1:" + port), tlsRoot, REGISTRAR, home.resolve("registrar-secret"), folder);
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void startAgain() throws Exception {
        process = launch();
    }

    void freeze() throws Exception {
        signal("-STOP");
    }

    void thaw() throws Exception {
        signal("-CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        kill();
    }
}
