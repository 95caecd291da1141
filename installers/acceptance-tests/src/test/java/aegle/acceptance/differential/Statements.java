// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.NetworkId;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What has been signed for no network in particular, so that it can be signed again for each. */
final class Statements {
    private final Map<TaggedSignature, Statement> made = new ConcurrentHashMap<>();

    TaggedSignature sign(Person signer, Function<NetworkId, SignedStatement> statement) {
        TaggedSignature standIn = signer.sign(Person.NOWHERE, statement);
        made.put(standIn, new Statement(signer, statement));
        return standIn;
    }

    Optional<TaggedSignature> signedFor(NetworkId network, TaggedSignature standIn) {
        return Optional.ofNullable(made.get(standIn))
                .map(statement -> statement.signer().sign(network, statement.content()));
    }

    private record Statement(Person signer, Function<NetworkId, SignedStatement> content) {}
}
