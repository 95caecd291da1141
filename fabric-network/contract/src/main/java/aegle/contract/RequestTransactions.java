// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.PatientPseudonym;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;

/** Requests for access: a clinician asks, sealed to the patient; she answers, or it expires. */
final class RequestTransactions {
    private final MemberPolicy members;

    RequestTransactions(MemberPolicy members) {
        this.members = members;
    }

    void register(CallTable table) {
        table.add(RequestAccess.class, this::request)
                .add(AnswerRequest.class, this::answer)
                .add(ListRequests.class, this::list)
                .add(ListOwnRequests.class, this::listOwn);
    }

    private AccessRequest request(RequestAccess call, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        invocation.openRecord(call.record());
        String scope = OperationLog.ofMember(call.record(), member.id());
        LedgerKey key = LedgerKey.request(call.record(), call.request());
        if (invocation.operations().isRepeated(scope, call.request().value())) {
            return find(call.record(), call.request(), invocation);
        }
        RefusedException.unless(
                !invocation.ledger().has(key),
                LedgerErrorCode.OPERATION_ID_REUSED,
                "the number " + call.request() + " is taken");
        requireSound(call, invocation);
        invocation.operations().remember(scope, call.request().value());
        invocation
                .ledger()
                .mark(LedgerKey.requestsOfMember(member.id())
                        .with(call.record().hex(), call.request().hex()));
        return write(
                new AccessRequest(
                        call.request(),
                        call.record(),
                        member.id(),
                        call.sealed(),
                        invocation.time(),
                        call.expires(),
                        RequestStatus.OPEN,
                        1),
                invocation);
    }

    private static void requireSound(RequestAccess call, Invocation invocation) {
        RefusedException.unless(
                call.sealed().length() > 0, LedgerErrorCode.ARGUMENT_MALFORMED, "an empty request asks for nothing");
        RefusedException.unless(
                call.sealed().length() <= AccessRequest.MAX_SEALED_LENGTH,
                LedgerErrorCode.ARGUMENT_TOO_LARGE,
                "a request has at most " + AccessRequest.MAX_SEALED_LENGTH + " bytes");
        RefusedException.unless(
                call.expires().isAfter(invocation.time()),
                LedgerErrorCode.REQUEST_EXPIRED,
                "the request would be over already");
    }

    private AccessRequest answer(AnswerRequest call, Invocation invocation) {
        invocation.openRecord(call.record());
        AccessRequest request = find(call.record(), call.request(), invocation);
        LedgerKey key = LedgerKey.request(call.record(), call.request());
        if (invocation.operations().isRepeatedChange(key, request.version(), call.version())) {
            return request;
        }
        RefusedException.unless(
                call.answer() != RequestStatus.OPEN, LedgerErrorCode.ARGUMENT_MALFORMED, "open is no answer");
        RefusedException.unless(
                request.status() == RequestStatus.OPEN,
                LedgerErrorCode.REQUEST_ANSWERED,
                "request " + call.request() + " is answered");
        RefusedException.unless(
                request.expires().isAfter(invocation.time()),
                LedgerErrorCode.REQUEST_EXPIRED,
                "request " + call.request() + " ended " + request.expires());
        invocation.operations().rememberChange(key);
        return write(request.answered(call.answer()), invocation);
    }

    private static AccessRequest write(AccessRequest request, Invocation invocation) {
        invocation.ledger().put(LedgerKey.request(request.record(), request.id()), request);
        invocation.announce(request.record().value());
        return request;
    }

    private RequestPage list(ListRequests call, Invocation invocation) {
        var page = invocation
                .ledger()
                .page(AccessRequest.class, LedgerKey.requests(call.record()), call.pageSize(), call.bookmark());
        return new RequestPage(page.facts(), page.bookmark());
    }

    private RequestPage listOwn(ListOwnRequests call, Invocation invocation) {
        Member member = members.requireClinician(invocation);
        var page = invocation
                .ledger()
                .indexedPage(
                        LedgerKey.requestsOfMember(member.id()),
                        call.pageSize(),
                        call.bookmark(),
                        attributes -> invocation
                                .ledger()
                                .find(
                                        AccessRequest.class,
                                        LedgerKey.request(
                                                PatientPseudonym.ofHex(attributes.getFirst()),
                                                RequestId.ofHex(attributes.getLast()))));
        return new RequestPage(page.facts(), page.bookmark());
    }

    private static AccessRequest find(PatientPseudonym record, RequestId request, Invocation invocation) {
        return invocation
                .ledger()
                .find(AccessRequest.class, LedgerKey.request(record, request))
                .orElseThrow(() -> new RefusedException(LedgerErrorCode.REQUEST_UNKNOWN, "no request " + request));
    }
}
