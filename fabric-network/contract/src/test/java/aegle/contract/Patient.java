// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import aegle.record.CategoryKey;
import aegle.record.EncryptionPublicKey;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.command.SignedStatement;
import aegle.record.metadata.DocumentCategory;
import java.util.Arrays;

/** A patient: her pseudonym, her owner key, and the certificate that carries her calls. */
record Patient(PatientPseudonym record, Person owner, Person carrier) {

    static Patient of(Bytes pseudonym) {
        return new Patient(new PatientPseudonym(pseudonym), Person.patient(), Person.patient());
    }

    CategoryKey categoryKey(NetworkId network, DocumentCategory category, int epoch) {
        var recipient = new byte[EncryptionPublicKey.LENGTH];
        Arrays.fill(recipient, (byte) (category.name().length() + 32 * epoch));
        var key = EncryptionPublicKey.of(recipient);
        var statement = new SignedStatement.Recipient(network, record, category, epoch, key);
        return new CategoryKey(record, category, epoch, key, owner.sign(statement.bytes()));
    }

    OpenRecord opening(NetworkId network) {
        return new OpenRecord(
                record,
                owner.key(),
                Arrays.stream(DocumentCategory.values())
                        .map(category -> categoryKey(network, category, 0))
                        .toList());
    }
}
