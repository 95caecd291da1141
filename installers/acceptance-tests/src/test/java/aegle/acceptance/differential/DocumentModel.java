// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Model.Turn;
import aegle.acceptance.differential.World.Chart;
import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.AnswerRequest;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.call.LedgerCall;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.SignedStatement;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Right;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Documents, the patient's own files, and requests for access. */
final class DocumentModel {
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final World world;
    private final MemberModel members;

    DocumentModel(World world, MemberModel members) {
        this.world = world;
        this.members = members;
    }

    Optional<Record> answer(LedgerCall<?> call, Turn turn) {
        return Optional.ofNullable(
                switch (call) {
                    case AddDocument adding -> add(adding, turn);
                    case CountersignDocument signing -> countersign(signing, turn);
                    case AddPrivateDocument adding -> addFile(adding, turn);
                    case RemovePrivateDocument removing -> removeFile(removing, turn);
                    case RequestAccess request -> request(request, turn);
                    case AnswerRequest answering -> answerRequest(answering, turn);
                    default -> null;
                });
    }

    static List<StoredObject> objects(StoredDocument document) {
        return List.of(document.body(), document.envelope(), document.label());
    }

    private DocumentEntry add(AddDocument call, Turn turn) {
        Member member = members.clinician(turn);
        var subject = call.subject();
        Chart chart = world.chart(subject.record());
        Object scope = List.of(subject.record(), member.id());
        Bytes number = subject.document().value();
        if (world.isRepeated(scope, number, turn.content())) {
            return chart.document(subject.document());
        }
        var permission = world.permission(subject.record(), call.permission());
        Rights.require(
                Rights.of(chart.record, member, permission, turn.now()).refusal(Right.WRITE, subject.category()));
        requireSound(call, member, turn);
        Refused.unless(
                call.epoch()
                        == Optional.ofNullable(chart.keys.get(subject.category()))
                                .orElseThrow()
                                .epoch(),
                LedgerErrorCode.EPOCH_STALE);
        Refused.unless(!chart.documents.containsKey(subject.document()), LedgerErrorCode.OPERATION_ID_REUSED);
        objects(call.objects()).forEach(object -> world.requireFree(object.key()));
        var entry = new DocumentEntry(
                subject,
                call.epoch(),
                call.uploaderSignature(),
                call.objects(),
                Dialect.SOME_TIME,
                Optional.empty(),
                1);
        turn.then(() -> {
            world.name(subject.record(), objects(call.objects()));
            world.remember(scope, number, turn.content());
            chart.documents.put(entry.id(), entry);
            chart.listed.addFirst(upload(call, turn));
        });
        turn.announce(subject.record().value());
        return entry;
    }

    private static void requireSound(AddDocument call, Member member, Turn turn) {
        var subject = call.subject();
        Refused.unless(call.objects().isClinical(), LedgerErrorCode.OBJECT_NOT_ALLOWED);
        Refused.unless(
                subject.channel().equals(Moves.CHANNEL) && subject.uploader().equals(member.id()),
                LedgerErrorCode.STATEMENT_INVALID);
        Refused.unless(!subject.time().isAfter(turn.now().plus(TOLERANCE)), LedgerErrorCode.CLOCK_OFF);
        Refused.unless(
                new SignedStatement.Upload(Person.NOWHERE, subject).isSignedBy(member.key(), call.uploaderSignature()),
                LedgerErrorCode.STATEMENT_INVALID);
    }

    private static AccessEvent upload(AddDocument call, Turn turn) {
        var subject = call.subject();
        return new AccessEvent(
                new AccessId(subject.document().value()),
                subject.record(),
                subject.uploader(),
                AccessKind.UPLOAD,
                subject.document(),
                Optional.of(call.permission()),
                Optional.empty(),
                Dialect.SOME_TIME,
                Optional.empty(),
                turn.name());
    }

    private DocumentEntry countersign(CountersignDocument call, Turn turn) {
        Chart chart = world.openChart(call.record());
        DocumentEntry entry = chart.document(call.document());
        Object fact = List.of("document", call.record(), call.document());
        if (world.isRepeatedChange(fact, entry.version(), call.version(), turn.content())) {
            return entry;
        }
        Refused.unless(entry.countersignature().isEmpty(), LedgerErrorCode.DOCUMENT_ALREADY_COUNTERSIGNED);
        Refused.unless(
                new SignedStatement.Countersignature(Person.NOWHERE, entry.subject())
                        .isSignedBy(chart.record.ownerKey(), call.countersignature()),
                LedgerErrorCode.STATEMENT_INVALID);
        DocumentEntry signed = entry.countersigned(call.countersignature());
        turn.then(() -> {
            chart.documents.put(signed.id(), signed);
            world.rememberChange(fact, turn.content());
        });
        turn.announce(call.record().value());
        return signed;
    }

    private PrivateEntry addFile(AddPrivateDocument call, Turn turn) {
        Chart chart = world.openChart(call.record());
        if (world.isRepeated(call.record(), call.factId(), turn.content())) {
            return file(chart, call.document());
        }
        Refused.unless(call.objects().isPrivate(), LedgerErrorCode.OBJECT_NOT_ALLOWED);
        objects(call.objects()).forEach(object -> world.requireFree(object.key()));
        turn.then(() -> {
            world.name(call.record(), objects(call.objects()));
            world.remember(call.record(), call.factId(), turn.content());
        });
        return kept(
                new PrivateEntry(
                        call.document(),
                        call.record(),
                        call.commitment(),
                        call.objects(),
                        Dialect.SOME_TIME,
                        Optional.empty(),
                        1),
                chart,
                turn);
    }

    private PrivateEntry removeFile(RemovePrivateDocument call, Turn turn) {
        Chart chart = world.openChart(call.record());
        PrivateEntry entry = file(chart, call.document());
        Object fact = List.of("file", call.record(), call.document());
        if (world.isRepeatedChange(fact, entry.version(), call.version(), turn.content())) {
            return entry;
        }
        Refused.unless(entry.removedAt().isEmpty(), LedgerErrorCode.DOCUMENT_UNKNOWN);
        turn.then(() -> {
            world.withdraw(call.record(), objects(entry.objects()));
            world.rememberChange(fact, turn.content());
        });
        return kept(entry.removed(Dialect.SOME_TIME), chart, turn);
    }

    private static PrivateEntry file(Chart chart, aegle.record.DocumentId id) {
        return chart.file(id).orElseThrow(() -> new Refused(LedgerErrorCode.DOCUMENT_UNKNOWN));
    }

    private static PrivateEntry kept(PrivateEntry entry, Chart chart, Turn turn) {
        turn.then(() -> chart.files.put(entry.id().hex(), entry));
        turn.announce(entry.record().value());
        return entry;
    }

    private AccessRequest request(RequestAccess call, Turn turn) {
        Member member = members.clinician(turn);
        Chart chart = world.openChart(call.record());
        Object scope = List.of(call.record(), member.id());
        if (world.isRepeated(scope, call.request().value(), turn.content())) {
            return chart.request(call.request()).orElseThrow();
        }
        Refused.unless(chart.request(call.request()).isEmpty(), LedgerErrorCode.OPERATION_ID_REUSED);
        Refused.unless(call.sealed().length() > 0, LedgerErrorCode.ARGUMENT_MALFORMED);
        Refused.unless(call.sealed().length() <= AccessRequest.MAX_SEALED_LENGTH, LedgerErrorCode.ARGUMENT_TOO_LARGE);
        Refused.unless(call.expires().isAfter(turn.now()), LedgerErrorCode.REQUEST_EXPIRED);
        turn.then(() -> world.remember(scope, call.request().value(), turn.content()));
        return kept(
                new AccessRequest(
                        call.request(),
                        call.record(),
                        member.id(),
                        call.sealed(),
                        Dialect.SOME_TIME,
                        call.expires(),
                        RequestStatus.OPEN,
                        1),
                chart,
                turn);
    }

    private AccessRequest answerRequest(AnswerRequest call, Turn turn) {
        Chart chart = world.openChart(call.record());
        AccessRequest request =
                chart.request(call.request()).orElseThrow(() -> new Refused(LedgerErrorCode.REQUEST_UNKNOWN));
        Object fact = List.of("request", call.record(), call.request());
        if (world.isRepeatedChange(fact, request.version(), call.version(), turn.content())) {
            return request;
        }
        Refused.unless(call.answer() != RequestStatus.OPEN, LedgerErrorCode.ARGUMENT_MALFORMED);
        Refused.unless(request.status() == RequestStatus.OPEN, LedgerErrorCode.REQUEST_ANSWERED);
        Refused.unless(request.expires().isAfter(turn.now()), LedgerErrorCode.REQUEST_EXPIRED);
        turn.then(() -> world.rememberChange(fact, turn.content()));
        return kept(request.answered(call.answer()), chart, turn);
    }

    private static AccessRequest kept(AccessRequest request, Chart chart, Turn turn) {
        turn.then(() -> chart.requests.put(request.id().hex(), request));
        turn.announce(request.record().value());
        return request;
    }
}
