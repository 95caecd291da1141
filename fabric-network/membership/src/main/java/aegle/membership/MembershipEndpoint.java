// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.membership.register.RegisterFailedException;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.sharing.enrollment.MembershipCall;
import aegle.sharing.enrollment.MembershipCall.Refusal;
import aegle.sharing.enrollment.RefusalCode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of {@link MembershipCall} over HTTPS (TLS 1.2 and 1.3). Bodies are bounded, slow requests are cut off, every call has its
 * own virtual thread.
 */
final class MembershipEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipEndpoint.class);
    private static final int BACKLOG = 128;
    private static final String SECONDS_PER_REQUEST = "20";
    private static final String MAX_CONNECTIONS = "2000";

    private final HttpsServer server;
    private final ExecutorService executor;
    private final Desk desk;

    private MembershipEndpoint(HttpsServer server, Desk desk) {
        this.server = server;
        this.desk = desk;
        this.executor = Executors.newVirtualThreadPerTaskExecutor();
    }

    static MembershipEndpoint open(InetSocketAddress address, SSLContext tls, Desk desk) throws IOException {
        limit();
        HttpsServer server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new ModernTls(tls));
        var endpoint = new MembershipEndpoint(server, desk);
        server.setExecutor(endpoint.executor);
        server.createContext("/", endpoint::handle);
        server.start();
        return endpoint;
    }

    /** The JDK's server takes its limits from system properties alone; whoever runs the process may set others. */
    private static void limit() {
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", SECONDS_PER_REQUEST);
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", SECONDS_PER_REQUEST);
        System.getProperties().putIfAbsent("jdk.httpserver.maxConnections", MAX_CONNECTIONS);
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Record answer(HttpExchange exchange) throws IOException {
        try {
            MembershipCall<?> call = read(exchange);
            return desk.answer(call, exchange.getRemoteAddress().getAddress());
        } catch (RequestRefusedException e) {
            LOG.debug("Refused {}: {}", exchange.getRequestURI().getPath(), e.code(), e);
            return e.refusal();
        } catch (RegisterFailedException e) {
            LOG.error("The register failed at {}", exchange.getRequestURI().getPath(), e);
            return new Refusal(RefusalCode.SERVICE_FAILED, "the membership service has a problem on its own disk");
        }
    }

    private static MembershipCall<?> read(HttpExchange exchange) throws IOException, RequestRefusedException {
        String path = exchange.getRequestURI().getPath();
        Class<? extends Record> type = MembershipCall.ofPath(
                        path.startsWith(MembershipCall.ROOT) ? path.substring(MembershipCall.ROOT.length()) : "")
                .filter(_ -> exchange.getRequestMethod().equals("POST"))
                .orElseThrow(() -> new RequestRefusedException(RefusalCode.CALL_UNKNOWN, "there is no such call"));
        byte[] body = exchange.getRequestBody().readNBytes(MembershipCall.MAX_REQUEST + 1);
        if (body.length > MembershipCall.MAX_REQUEST) {
            throw new RequestRefusedException(RefusalCode.REQUEST_TOO_LARGE, "the request is too large");
        }
        try {
            return (MembershipCall<?>) LedgerCodec.decode(type, body);
        } catch (LedgerFormatException e) {
            throw new RequestRefusedException(RefusalCode.REQUEST_MALFORMED, String.valueOf(e.getMessage()), e);
        }
    }

    private static void send(HttpExchange exchange, Record answer) throws IOException {
        byte[] body = LedgerCodec.encode(answer);
        exchange.getResponseHeaders().set("Content-Type", MembershipCall.CONTENT_TYPE);
        int status = answer instanceof Refusal refusal ? refusal.code().status() : HttpURLConnection.HTTP_OK;
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        executor.close();
    }

    /** Whoever answers the calls. */
    @FunctionalInterface
    interface Desk {
        Record answer(MembershipCall<?> call, InetAddress caller) throws RequestRefusedException;
    }

    private static final class ModernTls extends HttpsConfigurator {
        private ModernTls(SSLContext tls) {
            super(tls);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            var modern = getSSLContext().getDefaultSSLParameters();
            modern.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            parameters.setSSLParameters(modern);
        }
    }
}
