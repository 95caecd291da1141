// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

/** Watches a body being sealed or opened and may stop it. Called about once a mebibyte by the calling thread. */
@FunctionalInterface
public interface CipherProgress {
    /** Watches nothing. */
    CipherProgress NONE = _ -> true;

    /**
     * Takes note that so many bytes of plaintext are done.
     *
     * @return whether to go on
     */
    boolean advanced(long plaintextBytes);
}
