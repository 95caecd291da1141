// SPDX-License-Identifier: Apache-2.0

package aegle.membership.register;

/** The register on disk cannot be read or written; somebody must look after the machine. */
public final class RegisterFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegisterFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
