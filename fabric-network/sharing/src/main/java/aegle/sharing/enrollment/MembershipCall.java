// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One call of the membership service: {@code POST /v1/<path>} over TLS, the path being the record's name in small letters with
 * dashes. Body and answer are encoded by {@link aegle.record.codec.LedgerCodec}; whatever is not answered with status 200 carries a
 * {@link Refusal}.
 *
 * @param <A> what the service answers
 */
public sealed interface MembershipCall<A extends Record> {
    String ROOT = "/v1/";
    String CONTENT_TYPE = "application/octet-stream";
    /** The largest body, in bytes. */
    int MAX_REQUEST = 64 * 1024;
    /** The largest answer, in bytes. */
    int MAX_ANSWER = 256 * 1024;
    /** How many applications an answer holds at most. */
    int PAGE = 64;

    /** Get a patient's certificate with a random name. The same key gets the same certificate, until that is about to expire. */
    record EnrollPatient(CertificateRequest request) implements MembershipCall<Issued> {}

    /** Apply to be a clinician. The request proves that the applicant holds the application's key. */
    record Apply(ClinicianApplication application, CertificateRequest request) implements MembershipCall<Received> {}

    /** Ask for the applicant's certificate, which exists once the ledger says that two officers have attested her. */
    record CollectCertificate(MemberId applicant, CertificateRequest request) implements MembershipCall<Issued> {}

    /** The next applications, in the order of their numbers, that wait at the officer's hospital. */
    record ListApplications(Optional<MemberId> after, OfficerAuthorization officer)
            implements MembershipCall<ApplicationPage> {
        public Bytes subject() {
            return after.map(MemberId::value).orElseGet(Bytes::empty);
        }
    }

    /** Revoke the certificates of a member of the officer's hospital whom the ledger has as revoked. */
    record RevokeCertificate(KeyDigest key, OfficerAuthorization officer) implements MembershipCall<Revoked> {
        public Bytes subject() {
            return key.value();
        }
    }

    /** The certificates that are revoked. */
    record FetchRevocations() implements MembershipCall<Revocations> {}

    /** A certificate, DER; empty if it is not time yet. */
    record Issued(Optional<Bytes> certificate) {}

    /** The application is kept. */
    record Received(MemberId applicant) {}

    /** Some applications; {@code more} if others follow the last. */
    record ApplicationPage(List<ClinicianApplication> applications, boolean more) {}

    /** How many certificates of that key are revoked now. */
    record Revoked(int certificates) {}

    /** A revocation list (RFC 5280, DER) signed by the membership root. */
    record Revocations(Bytes list) {}

    /** Why the service does not do as asked: one word for programs, a sentence for people. */
    record Refusal(RefusalCode code, String reason) {}

    default String path() {
        return pathOf(getClass());
    }

    /** The type of the answer, read from the declaration of the call. */
    @SuppressWarnings("unchecked")
    default Class<A> answerType() {
        var declaration = (ParameterizedType) getClass().getGenericInterfaces()[0];
        return (Class<A>) declaration.getActualTypeArguments()[0];
    }

    static String pathOf(Class<?> call) {
        return Arrays.stream(call.getSimpleName().split("(?=\\p{Lu})"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    /** The type of the call with that path. */
    static Optional<Class<? extends Record>> ofPath(String path) {
        return Arrays.stream(MembershipCall.class.getPermittedSubclasses())
                .filter(call -> pathOf(call).equals(path))
                .<Class<? extends Record>>map(call -> call.asSubclass(Record.class))
                .findFirst();
    }
}
