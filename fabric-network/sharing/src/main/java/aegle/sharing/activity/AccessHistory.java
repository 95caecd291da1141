// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.activity;

import aegle.record.access.AccessEvent;
import aegle.record.access.DenialCount;
import aegle.record.call.AccessCalls.AccessEventPage;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.sharing.Pages;
import aegle.sharing.SharingException;
import aegle.sharing.key.OwnedRecord;
import java.util.List;

/** The patient's view of every look, upload and refusal in her record. */
public final class AccessHistory {
    private final OwnedRecord owned;

    public AccessHistory(OwnedRecord owned) {
        this.owned = owned;
    }

    /** All events, newest first, and the counts of refusals beyond those that are written out. */
    public History read() throws SharingException {
        AccessEventPage first = page("");
        if (first.bookmark().isEmpty()) {
            return new History(first.events(), first.denials());
        }
        List<AccessEvent> events = Pages.all(this::page, AccessEventPage::events, AccessEventPage::bookmark);
        return new History(events, first.denials());
    }

    private AccessEventPage page(String bookmark) throws SharingException {
        return owned.perform(new ListAccessEvents(owned.id(), Pages.SIZE, bookmark));
    }

    /** Everything that happened. */
    public record History(List<AccessEvent> events, List<DenialCount> denials) {}
}
