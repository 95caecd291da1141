// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.call.AccessCalls.AccessEventPage;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.call.DocumentCalls.PrivatePage;
import aegle.record.call.MemberCalls.MemberPage;
import aegle.record.call.PermissionCalls.PermissionPage;
import java.util.List;
import java.util.function.Predicate;

/** A page of any list. Bookmarks say where a page ends in one ledger's own order of times, so only the pages are compared. */
record Listed(Record page, String bookmark) {

    static Listed of(Record page) {
        return new Listed(
                page,
                switch (page) {
                    case DocumentPage documents -> documents.bookmark();
                    case PrivatePage files -> files.bookmark();
                    case PermissionPage permissions -> permissions.bookmark();
                    case RequestPage requests -> requests.bookmark();
                    case AccessEventPage events -> events.bookmark();
                    case MemberPage members -> members.bookmark();
                    default -> throw new IllegalArgumentException("not a page: " + page);
                });
    }

    /** The page without its bookmark, and without what does not count. */
    Record only(Predicate<Record> kept) {
        return switch (page) {
            case DocumentPage documents -> new DocumentPage(filtered(documents.documents(), kept), "");
            case PrivatePage files -> new PrivatePage(filtered(files.documents(), kept), "");
            case PermissionPage permissions -> new PermissionPage(filtered(permissions.permissions(), kept), "");
            case RequestPage requests -> new RequestPage(filtered(requests.requests(), kept), "");
            case AccessEventPage events -> new AccessEventPage(filtered(events.events(), kept), events.denials(), "");
            case MemberPage members -> new MemberPage(filtered(members.members(), kept), "");
            default -> throw new IllegalArgumentException("not a page: " + page);
        };
    }

    private static <F extends Record> List<F> filtered(List<F> facts, Predicate<Record> kept) {
        return facts.stream().filter(kept).toList();
    }
}
