// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Model.Turn;
import aegle.acceptance.differential.World.Chart;
import aegle.record.DocumentId;
import aegle.record.MspId;
import aegle.record.access.AccessRequest;
import aegle.record.access.DenialCount;
import aegle.record.call.AccessCalls.AccessEventPage;
import aegle.record.call.AccessCalls.ListAccessEvents;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.DocumentCalls.ListPrivateDocuments;
import aegle.record.call.DocumentCalls.PrivatePage;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.ListHospitalMembers;
import aegle.record.call.MemberCalls.ListMembers;
import aegle.record.call.MemberCalls.MemberPage;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Every list, page by page. */
final class ListModel {
    private final World world;
    private final MemberModel members;

    ListModel(World world, MemberModel members) {
        this.world = world;
        this.members = members;
    }

    List<? extends Record> pages(LedgerCall<?> call, Turn turn) {
        return switch (call) {
            case ListMembers list -> directory(list, turn);
            case ListHospitalMembers _ -> hospital(turn);
            case ListPermissions list ->
                paged(list.pageSize(), list.bookmark(), permissions(list), page -> new PermissionPage(page, ""));
            case ListGrantedPermissions list -> {
                Member member = members.clinician(turn);
                yield paged(list.pageSize(), list.bookmark(), given(member), page -> new PermissionPage(page, ""));
            }
            case ListDocuments list ->
                paged(list.pageSize(), list.bookmark(), documents(list), page -> new DocumentPage(page, ""));
            case ListGrantedDocuments list -> granted(list, turn);
            case ListPrivateDocuments list ->
                paged(
                        list.pageSize(),
                        list.bookmark(),
                        List.copyOf(world.chart(list.record()).files.values()),
                        page -> new PrivatePage(page, ""));
            case ListRequests list ->
                paged(
                        list.pageSize(),
                        list.bookmark(),
                        List.copyOf(world.chart(list.record()).requests.values()),
                        page -> new RequestPage(page, ""));
            case ListOwnRequests list -> {
                Member member = members.clinician(turn);
                yield paged(list.pageSize(), list.bookmark(), asked(member), page -> new RequestPage(page, ""));
            }
            case ListAccessEvents list -> events(list);
            default -> throw new IllegalArgumentException("not a list: " + call.function());
        };
    }

    private static <F extends Record, P extends Record> List<P> paged(
            int size, String bookmark, List<F> facts, Function<List<F>, P> page) {
        Refused.unless(!bookmark.equals(Moves.NO_BOOKMARK), LedgerErrorCode.ARGUMENT_MALFORMED);
        return Model.pages(facts, size).stream().map(page).toList();
    }

    private List<MemberPage> directory(ListMembers call, Turn turn) {
        String text = call.text().toLowerCase(Locale.ROOT);
        return List.of(new MemberPage(
                world.members.values().stream()
                        .filter(member -> members.refusal(member, turn.now()).isEmpty())
                        .filter(member -> member.professional()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(text)
                                || member.professional().npi().equals(text))
                        .filter(member ->
                                call.hospital().map(member.hospital()::equals).orElse(true))
                        .sorted(Comparator.comparing((Member member) ->
                                        member.professional().name().toLowerCase(Locale.ROOT))
                                .thenComparing(member -> member.id().hex()))
                        .toList(),
                ""));
    }

    private List<MemberPage> hospital(Turn turn) {
        MspId hospital = members.officer(turn);
        return List.of(new MemberPage(
                world.members.values().stream()
                        .filter(member -> member.hospital().equals(hospital))
                        .map(members::awaiting)
                        .sorted(Comparator.comparing(member -> member.id().hex()))
                        .toList(),
                ""));
    }

    private List<Permission> permissions(ListPermissions call) {
        world.chart(call.record());
        return world.permissions.values().stream()
                .filter(permission -> permission.record().equals(call.record()))
                .toList();
    }

    private List<Permission> given(Member member) {
        return world.permissions.values().stream()
                .filter(permission -> permission.grantee().equals(member.id()))
                .toList();
    }

    private List<DocumentEntry> documents(ListDocuments call) {
        return of(world.chart(call.record()), call.category());
    }

    /** Newest first. */
    private static List<DocumentEntry> of(Chart chart, DocumentCategory category) {
        return chart.documents.values().stream()
                .filter(document -> document.category() == category)
                .toList()
                .reversed();
    }

    private List<DocumentPage> granted(ListGrantedDocuments call, Turn turn) {
        Member member = members.clinician(turn);
        Chart chart = world.chart(call.record());
        var permission = world.permission(call.record(), call.permission());
        var rights = Rights.of(chart.record, member, permission, turn.now());
        boolean writesOnly =
                rights.refusal(Right.READ, call.category()).equals(Optional.of(LedgerErrorCode.RIGHT_MISSING));
        Rights.require(rights.refusal(writesOnly ? Right.WRITE : Right.READ, call.category()));
        List<DocumentId> only = permission.orElseThrow().scope().documents();
        if (!only.isEmpty()) {
            return justThese(only, chart, call);
        }
        List<DocumentEntry> found = of(chart, call.category()).stream()
                .filter(document -> !writesOnly || document.subject().uploader().equals(member.id()))
                .toList();
        return paged(call.pageSize(), call.bookmark(), found, page -> new DocumentPage(page, ""));
    }

    /** Pages are of the documents that are named, whatever their category. */
    private static List<DocumentPage> justThese(List<DocumentId> only, Chart chart, ListGrantedDocuments call) {
        return paged(
                call.pageSize(),
                call.bookmark(),
                only,
                page -> new DocumentPage(
                        page.stream()
                                .map(chart::document)
                                .filter(document -> document.category() == call.category())
                                .toList(),
                        ""));
    }

    private List<AccessRequest> asked(Member member) {
        return world.charts.values().stream()
                .flatMap(chart -> chart.requests.values().stream())
                .filter(request -> request.member().equals(member.id()))
                .sorted(Comparator.comparing(
                                (AccessRequest request) -> request.record().hex())
                        .thenComparing(request -> request.id().hex()))
                .toList();
    }

    private List<AccessEventPage> events(ListAccessEvents call) {
        Chart chart = world.chart(call.record());
        var denials = chart.denials.entrySet().stream()
                .map(count -> new DenialCount(call.record(), count.getKey(), Dialect.SOME_TIME, count.getValue()))
                .toList();
        List<AccessEventPage> pages = new ArrayList<>(paged(
                call.pageSize(), call.bookmark(), chart.listed, page -> new AccessEventPage(page, List.of(), "")));
        pages.set(0, new AccessEventPage(pages.getFirst().events(), denials, ""));
        return pages;
    }
}
