// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** One call of Fabric CA's REST API; its body may hold a secret. */
final class FabricCaCall {
    private static final String ROOT = "/api/v1/";

    private final String method;
    private final String path;
    private final byte[] body;

    private FabricCaCall(String method, String path, byte[] body) {
        this.method = method;
        this.path = ROOT + path;
        this.body = body;
    }

    static FabricCaCall get(String path) {
        return new FabricCaCall("GET", path, new byte[0]);
    }

    static FabricCaCall post(String path, ObjectNode body) {
        return new FabricCaCall("POST", path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static FabricCaCall put(String path, ObjectNode body) {
        return new FabricCaCall("PUT", path, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
