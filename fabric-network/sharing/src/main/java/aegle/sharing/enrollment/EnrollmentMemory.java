// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.record.Bytes;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.sharing.SealedStore;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a program remembers of its own enrollment. What it cannot read counts as forgotten: enrollment can be repeated. */
final class EnrollmentMemory {
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private final SealedStore store;
    private final Clock clock;

    EnrollmentMemory(SealedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void keep(String name, X509Certificate certificate) {
        store.put(name, encode(certificate).toByteArray());
    }

    static Bytes encode(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no encoding", e);
        }
    }

    Optional<X509Certificate> certificate(String name) {
        return store.find(name).flatMap(EnrollmentMemory::parse);
    }

    private static Optional<X509Certificate> parse(byte[] der) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    void keep(String name, ClinicianApplication application) {
        store.put(name, LedgerCodec.encode(application));
    }

    Optional<ClinicianApplication> application(String name) {
        return store.find(name).flatMap(bytes -> {
            try {
                return Optional.of(LedgerCodec.decode(ClinicianApplication.class, bytes));
            } catch (LedgerFormatException _) {
                return Optional.empty();
            }
        });
    }

    /** Tells whether the certificate need not be renewed yet. */
    boolean isFresh(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWED_BEFORE));
    }
}
