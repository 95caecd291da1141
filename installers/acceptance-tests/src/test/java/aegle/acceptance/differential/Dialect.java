// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.NetworkId;
import aegle.record.PatientRecord;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessRequest;
import aegle.record.access.DenialCount;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.permission.Permission;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Translates between what holds on every network and one network's own values. These are all that differ, each with its reason;
 * everything else must be equal byte for byte.
 *
 * <ul>
 *   <li>signatures under statements: they name the network. The one network's signature of a statement stands for the other's, and
 *       one that nobody made is left as it is
 *   <li>officers' keys: each network was founded with officers of its own
 *   <li>certificates: each network has its own authority
 *   <li>transaction numbers: random; each stands for the step that made it
 *   <li>times that the contract took from the transaction, listed in {@link #LEDGER_TIMES}: the networks are called one after the
 *       other. Times that callers name are the same on both and are compared
 *   <li>a presigned URL's endpoint, access key, time and signature: each network has its own stores. Path, the other parameters and
 *       headers are compared
 *   <li>times in the text of a refusal
 * </ul>
 */
final class Dialect {
    static final Instant SOME_TIME = Instant.EPOCH;
    private static final Map<Class<?>, Set<String>> LEDGER_TIMES = Map.of(
            PatientRecord.class, Set.of("openedAt"),
            Permission.class, Set.of("grantedAt", "revokedAt"),
            DocumentEntry.class, Set.of("recordedAt"),
            PrivateEntry.class, Set.of("recordedAt", "removedAt"),
            AccessEvent.class, Set.of("time"),
            AccessRequest.class, Set.of("time"),
            DenialCount.class, Set.of("hour"),
            StoreUrls.class, Set.of("expires"));
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern OWN_PARAMETERS = Pattern.compile("(X-Amz-(?:Credential|Date|Signature)=)[^&]*");

    private final NetworkId network;
    private final Statements statements;
    private final Map<KeyDigest, KeyDigest> officers;
    private final Map<KeyDigest, KeyDigest> standIns = new ConcurrentHashMap<>();
    private final Map<TaggedSignature, TaggedSignature> signatures = new ConcurrentHashMap<>();
    private final Map<Bytes, Bytes> certificates = new ConcurrentHashMap<>();
    private final Map<String, String> transactions = new ConcurrentHashMap<>();

    /** For a network with these officers, by what stands for them. */
    Dialect(NetworkId network, Statements statements, Map<KeyDigest, KeyDigest> officers) {
        this.network = network;
        this.statements = statements;
        this.officers = officers;
        officers.forEach((standIn, own) -> standIns.put(own, standIn));
    }

    NetworkId network() {
        return network;
    }

    void certificate(Bytes own, Person holder) {
        certificates.put(own, holder.standInCertificate());
    }

    void transaction(String own, String step) {
        transactions.put(own, step);
    }

    /** The step that a transaction was made for. */
    Optional<String> step(String transaction) {
        return Optional.ofNullable(transactions.get(transaction));
    }

    /** A call as this network must hear it. */
    <R extends Record> R spoken(R call) {
        return new Rewriting((_, _, value) -> spokenValue(value)).of(call);
    }

    private Object spokenValue(Object value) {
        return switch (value) {
            case KeyDigest digest -> officers.getOrDefault(digest, digest);
            case TaggedSignature standIn -> {
                TaggedSignature own = statements.signedFor(network, standIn).orElse(standIn);
                signatures.put(own, standIn);
                yield own;
            }
            default -> value;
        };
    }

    /** This network's answer as it would be anywhere. */
    <R extends Record> R understood(R answer) {
        return new Rewriting(this::understoodValue).of(answer);
    }

    private Object understoodValue(Class<?> fact, String component, Object value) {
        if (LEDGER_TIMES.getOrDefault(fact, Set.of()).contains(component)) {
            return value instanceof Optional<?> time ? time.map(_ -> SOME_TIME) : SOME_TIME;
        } else if (fact == Member.class && component.equals("certificate")) {
            return ((Optional<?>) value).map(own -> certificates.getOrDefault((Bytes) own, (Bytes) own));
        } else if (fact == AccessEvent.class && component.equals("transactionId")) {
            return transactions.getOrDefault((String) value, (String) value);
        } else if (fact == StoreUrl.class && component.equals("url")) {
            return comparable(URI.create((String) value));
        }
        return switch (value) {
            case KeyDigest digest -> standIns.getOrDefault(digest, digest);
            case TaggedSignature own -> signatures.getOrDefault(own, own);
            default -> value;
        };
    }

    private static String comparable(URI url) {
        return url.getRawPath() + "?"
                + OWN_PARAMETERS.matcher(url.getRawQuery()).replaceAll("$1");
    }

    static String understood(String text) {
        return TIME.matcher(text).replaceAll("<time>");
    }
}
