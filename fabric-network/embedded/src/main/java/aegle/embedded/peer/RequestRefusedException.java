// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import io.grpc.Status;

/** A request that the gateway itself turns down, before any endorser or orderer would see it. */
final class RequestRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Status.Code code;

    RequestRefusedException(Status.Code code, String message) {
        super(message);
        this.code = code;
    }

    Status.Code code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    static RequestRefusedException malformed(String message) {
        return new RequestRefusedException(Status.Code.INVALID_ARGUMENT, message);
    }

    static RequestRefusedException denied(String message) {
        return new RequestRefusedException(Status.Code.PERMISSION_DENIED, message);
    }
}
