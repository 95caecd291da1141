// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

/** The contract asked its peer for something that this peer does not offer, or in a way that Fabric forbids. */
final class UnsupportedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    UnsupportedRequestException(String message) {
        super(message);
    }
}
