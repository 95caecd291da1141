// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

/**
 * What a grant says and gives ({@code docs/grant.md}). Its owner signs SHA-256 of {@link #encode()}.
 *
 * <p>Takes over {@code keys} and closes them with itself.
 */
public final class GrantContent implements AutoCloseable {
    private final GrantContext context;
    private final GrantTerms terms;
    private final GrantedPatient patient;
    private final GrantedKeys keys;

    public GrantContent(GrantContext context, GrantTerms terms, GrantedPatient patient, GrantedKeys keys) {
        this.context = context;
        this.terms = terms;
        this.patient = patient;
        this.keys = keys;
    }

    public GrantContext context() {
        return context;
    }

    public GrantTerms terms() {
        return terms;
    }

    public GrantedPatient patient() {
        return patient;
    }

    public GrantedKeys keys() {
        return keys;
    }

    /** Returns the bytes to sign and seal; secret, the caller wipes them. */
    public byte[] encode() {
        return GrantFormat.json(this).utf8();
    }

    @Override
    public void close() {
        keys.close();
    }

    @Override
    public String toString() {
        return "GrantContent[secret]";
    }
}
