// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.request;

import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.seal.SealedMessage;
import aegle.record.Bytes;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.codec.LedgerCodec;
import aegle.sharing.Pages;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The clinician's side of a request for access. */
public final class AccessAsking {
    private static final Duration OPEN_FOR = Duration.ofDays(30);

    private final RecordLedger ledger;
    private final Clock clock;
    private final SecureRandom random;

    public AccessAsking(RecordLedger ledger, Clock clock, SecureRandom random) {
        this.ledger = ledger;
        this.clock = clock;
        this.random = random;
    }

    /** Ask the patient who handed over this code. The request stays open for 30 days. */
    public AccessRequest ask(HandOverCode code, RequestedAccess access) throws SharingException {
        byte[] sealed = SealedMessage.seal(
                LedgerCodec.encode(access),
                EncryptionRecipient.of(code.encryptionKey().value().toByteArray()));
        return ledger.submit(new RequestAccess(
                code.record(),
                RequestId.random(random),
                Bytes.of(sealed),
                clock.instant().plus(OPEN_FOR)));
    }

    /** One's own requests and what became of them. */
    public List<AccessRequest> requests() throws SharingException {
        return Pages.all(
                bookmark -> ledger.evaluate(new ListOwnRequests(Pages.SIZE, bookmark)),
                RequestPage::requests,
                RequestPage::bookmark);
    }
}
