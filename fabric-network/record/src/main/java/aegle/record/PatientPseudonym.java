// SPDX-License-Identifier: Apache-2.0

package aegle.record;

/** The name of a patient's record on the ledger: ID = H(SKAES_P ‖ UII_P) of the paper, in HMAC form. Says nothing about the person. */
public record PatientPseudonym(Bytes value) {
    public static final int LENGTH = 32;

    public PatientPseudonym {
        value.requireLength(LENGTH, "PatientPseudonym");
    }

    public static PatientPseudonym of(byte... bytes) {
        return new PatientPseudonym(Bytes.of(bytes));
    }

    public static PatientPseudonym ofHex(String hex) {
        return new PatientPseudonym(Bytes.ofHex(hex));
    }

    public String hex() {
        return value.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
