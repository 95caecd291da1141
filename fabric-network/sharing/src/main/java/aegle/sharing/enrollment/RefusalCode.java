// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

/** Why the membership service does not do as asked, with the HTTP status that goes with it. */
public enum RefusalCode {
    REQUEST_MALFORMED(400),
    REQUEST_TOO_LARGE(413),
    CALL_UNKNOWN(404),
    /** The certificate request is not signed with the key in it. */
    PROOF_INVALID(403),
    /** The key is not the one that the application, or the ledger, has. */
    KEY_MISMATCH(403),
    /** The key, or its certificate, serves another purpose, or is revoked. */
    KEY_TAKEN(409),
    /** Another applicant has that number. */
    APPLICANT_TAKEN(409),
    /** The encryption key is not vouched for by the signing key. */
    STATEMENT_INVALID(403),
    APPLICATION_UNKNOWN(404),
    MEMBER_REVOKED(403),
    ATTESTATION_LAPSED(403),
    OFFICER_REQUIRED(403),
    /** The request is too old, or one of the two clocks is wrong. */
    REQUEST_STALE(403),
    REQUEST_REPEATED(403),
    MEMBER_NOT_REVOKED(409),
    CERTIFICATE_UNKNOWN(404),
    TOO_MANY_REQUESTS(429),
    SERVICE_FAILED(500),
    LEDGER_UNAVAILABLE(503);

    private final int status;

    RefusalCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Tells whether the same request may well succeed later. */
    public boolean isTemporary() {
        return switch (this) {
            case TOO_MANY_REQUESTS, SERVICE_FAILED, LEDGER_UNAVAILABLE -> true;
            default -> false;
        };
    }
}
