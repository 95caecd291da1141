// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.request;

import aegle.crypto.DecryptionException;
import aegle.crypto.seal.SealedMessage;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.sharing.Pages;
import aegle.sharing.SharingException;
import aegle.sharing.key.OwnedRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The patient's side of requests for access. */
public final class AccessAnswering {
    private final OwnedRecord owned;
    private final Clock clock;

    public AccessAnswering(OwnedRecord owned, Clock clock) {
        this.owned = owned;
        this.clock = clock;
    }

    /** The requests that wait for an answer. What was not sealed to her, or names another clinician than its sender, is left out. */
    public List<ReceivedRequest> open() throws SharingException {
        List<AccessRequest> all = Pages.all(
                bookmark -> owned.perform(new ListRequests(owned.id(), Pages.SIZE, bookmark)),
                RequestPage::requests,
                RequestPage::bookmark);
        var open = new ArrayList<ReceivedRequest>();
        for (AccessRequest request : all) {
            if (request.status() == RequestStatus.OPEN && clock.instant().isBefore(request.expires())) {
                read(request, open);
            }
        }
        return List.copyOf(open);
    }

    /** Say that the request was declined. */
    public void decline(ReceivedRequest received) throws SharingException {
        answer(received, RequestStatus.DECLINED);
    }

    /** Say that the request was answered by a permission, which is given separately and first. */
    public void allowed(ReceivedRequest received) throws SharingException {
        answer(received, RequestStatus.ALLOWED);
    }

    private void answer(ReceivedRequest received, RequestStatus status) throws SharingException {
        var request = received.request();
        owned.perform(new AnswerRequest(owned.id(), request.id(), status, request.version()));
    }

    private void read(AccessRequest request, List<ReceivedRequest> open) {
        try {
            byte[] content = SealedMessage.open(
                    request.sealed().toByteArray(), owned.keys().encryption());
            RequestedAccess access = LedgerCodec.decode(RequestedAccess.class, content);
            if (access.clinician().equals(request.member())) {
                open.add(new ReceivedRequest(request, access));
            }
        } catch (DecryptionException | LedgerFormatException e) {
            // Anybody can send bytes to a pseudonym; what she cannot open says nothing to her.
            return;
        }
    }

    /** A request and what it asks for. */
    public record ReceivedRequest(AccessRequest request, RequestedAccess access) {}
}
