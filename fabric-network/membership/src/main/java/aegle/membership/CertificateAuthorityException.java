// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

/** The certificate authority does not do its work; the request may be repeated later. */
public final class CertificateAuthorityException extends Exception {
    private static final long serialVersionUID = 1L;

    public CertificateAuthorityException(String message, Throwable cause) {
        super(message, cause);
    }
}
