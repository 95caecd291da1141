// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

/** Everybody who may knock, by what the ledger and her certificate say of her. All permissions are in one record. */
enum Actor {
    /** The patient's own certificate, her signature. */
    OWNER,
    /** Somebody's one-time certificate, the patient's signature. */
    OWNER_BY_OTHER_CERTIFICATE,
    /** Another patient, who signs with her own key. */
    OTHER_PATIENT,
    READER,
    WRITER,
    READER_WRITER,
    /** May read just one document. */
    SINGLE_READER,
    SHARER,
    /** May read and write another category. */
    OTHER_CATEGORY,
    EXPIRED,
    NOT_YET_VALID,
    REVOKED_PERMISSION,
    /** A clinician without a permission, who names another's. */
    NO_PERMISSION,
    /** A revoked member whose permission still names her. */
    REVOKED_MEMBER,
    /** A member whose attestation has lapsed and whose permission still names her. */
    LAPSED_MEMBER,
    /** One officer has proposed her. */
    PROPOSED,
    /** Two officers have attested her; she has not confirmed. */
    ATTESTED,
    /** A reader's key in a certificate without the attribute. */
    READER_WITHOUT_ROLE,
    /** A certificate with the attribute, and a key that no member has. */
    STRANGER,
    FIRST_OFFICER,
    SECOND_OFFICER,
    FOREIGN_OFFICER
}
