// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Has a Fabric CA issue what was ordered: registers the name, or gives a registered one a new secret, and enrolls the order's request
 * with it. The secret serves that once and is kept nowhere, so it does not matter at which step an earlier try ended.
 */
final class UserEnrollment {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final int UNLIMITED = -1;
    /** Somebody else who enrolls the same name at the same time sets another secret. */
    private static final int ATTEMPTS = 3;

    private static final String ATTRIBUTES = "attrs";
    private static final String KIND = "client";

    private final FabricCaConnection connection;
    private final Registrar registrar;
    private final Clock clock;
    private final SecureRandom random;

    UserEnrollment(FabricCaConnection connection, Registrar registrar, Clock clock, SecureRandom random) {
        this.connection = connection;
        this.registrar = registrar;
        this.clock = clock;
        this.random = random;
    }

    /** Register and enroll; what is answered is yet to be compared with the order. */
    X509Certificate enroll(CertificateOrder order) throws CertificateAuthorityException {
        EnrollmentName.requireIn(order);
        FabricCaAnswer answer = enrollOnce(order);
        for (int attempt = 1; attempt < ATTEMPTS && answer.isUnauthorized(); attempt++) {
            answer = enrollOnce(order);
        }
        return answer.certificate("Cert", "enroll CN=" + order.name());
    }

    private FabricCaAnswer enrollOnce(CertificateOrder order) throws CertificateAuthorityException {
        try (var secret = EnrollmentSecret.random(random)) {
            register(order, secret);
            return connection.send(FabricCaCall.post("enroll", request(order)), secret.authorization(order.name()));
        }
    }

    private void register(CertificateOrder order, EnrollmentSecret secret) throws CertificateAuthorityException {
        ObjectNode identity = identity(order, secret).put("id", order.name()).put("affiliation", ".");
        FabricCaAnswer answer = registrar.ask(FabricCaCall.post("register", identity));
        if (answer.isServerFailure()) {
            // Of two who register the same name at once, one meets a failure of the database.
            answer = registrar.ask(FabricCaCall.post("register", identity));
        }
        if (answer.isRefusedWith(FabricCaAnswer.NAME_ALREADY_REGISTERED)) {
            requireOurs(order.name());
            answer = registrar.ask(FabricCaCall.put("identities/" + order.name(), identity(order, secret)));
        }
        answer.result("register CN=" + order.name());
    }

    /** A registrar may change every client's identity, its own too. Those that were made here have a role. */
    private void requireOurs(String name) throws CertificateAuthorityException {
        JsonNode known = registrar.ask(FabricCaCall.get("identities/" + name)).result("show CN=" + name);
        boolean hasRole = false;
        boolean hasRights = false;
        for (JsonNode attribute : known.path(ATTRIBUTES)) {
            String said = attribute.path("name").asText();
            hasRole |= said.equals("role");
            hasRights |= said.startsWith("hf.Registrar.");
        }
        if (!hasRole || hasRights || !known.path("type").asText().equals(KIND)) {
            throw new CertificateAuthorityException(
                    "at the Fabric CA somebody else has the name CN=" + name,
                    new IOException("an identity without a role of this network"));
        }
    }

    private static ObjectNode identity(CertificateOrder order, EnrollmentSecret secret) {
        ObjectNode identity = JSON.createObjectNode()
                .put("type", KIND)
                .put("secret", secret.reveal())
                .put("max_enrollments", UNLIMITED);
        ArrayNode attributes = identity.putArray(ATTRIBUTES);
        attributesOf(order)
                .properties()
                .forEach(attribute -> attributes
                        .addObject()
                        .put("name", attribute.getKey())
                        .put("value", attribute.getValue().asText())
                        .put("ecert", true));
        return identity;
    }

    private ObjectNode request(CertificateOrder order) {
        ObjectNode request = JSON.createObjectNode()
                .put(
                        "certificate_request",
                        PemText.ofRequest(order.request().request().der().toByteArray()))
                .put(
                        "NotBefore",
                        clock.instant()
                                .minus(CLOCK_DIFFERENCE)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        // An empty list takes the place of the request's alternative names; an absent one would let them pass.
        request.putArray("hosts");
        // Only these: Fabric CA would add its own hf.EnrollmentID, hf.Type and hf.Affiliation.
        ArrayNode attributes = request.putArray("attr_reqs");
        attributesOf(order)
                .fieldNames()
                .forEachRemaining(name -> attributes.addObject().put("name", name));
        return request;
    }

    private static JsonNode attributesOf(CertificateOrder order) {
        try {
            return JSON.readTree(order.attributes().toJson()).path(ATTRIBUTES);
        } catch (IOException e) {
            throw new IllegalStateException("attributes are JSON", e);
        }
    }
}
