// SPDX-License-Identifier: Apache-2.0

package aegle.client.membership;

import aegle.client.trust.PemCertificates;
import aegle.client.trust.TlsRoot;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipRefusalException;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.MembershipCall;
import aegle.sharing.enrollment.MembershipCall.Refusal;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Calls to the membership service over TLS, which trusts the profile's TLS root and no other. Each call has a deadline, each answer
 * is bounded.
 */
final class MembershipConnection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final URI root;
    private volatile Optional<Instant> serviceTime = Optional.empty();

    MembershipConnection(ConnectionProfile.Membership membership) {
        this.root = URI.create(membership.url()).resolve(MembershipCall.ROOT);
        this.http = HttpClient.newBuilder()
                .sslContext(TlsRoot.of(PemCertificates.required(membership.tlsRoot()))
                        .context())
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Ask the service.
     *
     * @throws MembershipRefusalException if it refuses
     * @throws MembershipUnavailableException if it does not answer in time, not for now, or not in its own language
     */
    <A extends Record> A ask(MembershipCall<A> call, Duration deadline) throws SharingException {
        var request = HttpRequest.newBuilder(root.resolve(call.path()))
                .timeout(deadline)
                .header("Content-Type", MembershipCall.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(LedgerCodec.encode((Record) call)))
                .build();
        HttpResponse<byte[]> response = send(request);
        try {
            if (response.statusCode() != HttpURLConnection.HTTP_OK) {
                throw refused(LedgerCodec.decode(Refusal.class, response.body()));
            }
            return LedgerCodec.decode(call.answerType(), response.body());
        } catch (LedgerFormatException e) {
            throw new MembershipUnavailableException(
                    "the membership service answers in a way that this program does not understand", e);
        }
    }

    /** What the service's clock said when it answered last; empty if it has not said so. */
    Optional<Instant> serviceTime() {
        return serviceTime;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws MembershipUnavailableException {
        try {
            var response =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MembershipCall.MAX_ANSWER));
            serviceTime = response.headers().firstValue("Date").flatMap(MembershipConnection::time);
            return response;
        } catch (IOException e) {
            throw new MembershipUnavailableException("the membership service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MembershipUnavailableException("waiting for the membership service was given up", e);
        }
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static SharingException refused(Refusal refusal) {
        var exception = new MembershipRefusalException(refusal.code() + ": " + refusal.reason());
        return refusal.code().isTemporary()
                ? new MembershipUnavailableException("the membership service cannot do it now", exception)
                : exception;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
