// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.LedgerLine.Evaluated;
import aegle.acceptance.differential.Step.Call;
import aegle.acceptance.differential.Step.Command;
import aegle.acceptance.differential.Step.Raw;
import aegle.acceptance.differential.Step.Signing;
import aegle.acceptance.differential.Step.Walk;
import aegle.crypto.Digest;
import aegle.record.Bytes;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.MemberPage;
import aegle.record.call.OwnerCall;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.record.command.OwnerAuthorization;
import aegle.record.command.OwnerCommand;
import aegle.record.command.TaggedSignature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.GatewayException;

/** Plays the steps of one lane on one network. */
final class Acting {
    private static final Pattern REFUSAL = Pattern.compile("chaincode response \\d+, (?<code>[A-Z][A-Z_]*): .*");
    private static final int LONGEST_WALK = 200;

    private final Stage stage;
    private final int lane;

    Acting(Stage stage, int lane) {
        this.stage = stage;
        this.lane = lane;
    }

    /** @param name by which the transaction is known on every network */
    Played play(Step step, String name) {
        try {
            return switch (step) {
                case Call call -> Played.of(Outcome.ok(call(call, name)));
                case Walk walk -> Played.of(Outcome.pages(pages(walk, name)));
                case Raw raw -> Played.of(raw(raw));
            };
        } catch (GatewayException e) {
            return failed(e);
        }
    }

    private static Played failed(GatewayException failure) {
        String told = Dialect.understood(LedgerLine.told(failure));
        Matcher refusal = REFUSAL.matcher(told);
        return new Played(
                Outcome.other(
                        refusal.find()
                                ? refusal.group("code")
                                : failure.getStatus().getCode().name()),
                told);
    }

    private Record call(Call step, String name) throws GatewayException {
        var line = stage.line(step.caller(), lane);
        byte[][] arguments = arguments(step);
        if (!step.isSubmitted()) {
            Evaluated evaluated = line.evaluate(step.call().function(), arguments);
            stage.dialect().transaction(evaluated.transactionId(), name);
            return understood(step.call(), evaluated.answer().toByteArray());
        }
        var endorsed = line.endorse(step.call().function(), arguments);
        stage.dialect().transaction(endorsed.getTransactionId(), name);
        line.commit(endorsed);
        return understood(step.call(), endorsed.getResult());
    }

    /** Has a call endorsed and leaves it at that: nothing must come of it. */
    Played tryOut(Call step) {
        try {
            var endorsed = stage.line(step.caller(), lane).endorse(step.call().function(), arguments(step));
            return Played.of(Outcome.ok(understood(step.call(), endorsed.getResult())));
        } catch (GatewayException e) {
            return failed(e);
        }
    }

    private List<Record> pages(Walk walk, String name) throws GatewayException {
        var pages = new ArrayList<Record>();
        String bookmark = "";
        do {
            var page = Listed.of(call(walk.at(bookmark), name));
            bookmark = page.bookmark();
            pages.add(page.only(walk.kept()));
        } while (!bookmark.isEmpty() && pages.size() < LONGEST_WALK);
        return pages.getFirst() instanceof MemberPage ? List.of(together(pages)) : pages;
    }

    /** The directory is shared with other lanes, so where a page of it ends is chance. */
    private static MemberPage together(List<Record> pages) {
        return new MemberPage(
                pages.stream()
                        .flatMap(page -> ((MemberPage) page).members().stream())
                        .toList(),
                "");
    }

    private Outcome raw(Raw raw) throws GatewayException {
        Bytes answer = stage.line(raw.caller(), lane)
                .evaluate(
                        raw.function(),
                        raw.arguments().stream().map(Bytes::toByteArray).toArray(byte[][]::new))
                .answer();
        return Outcome.other("answered, " + (answer.length() > 0));
    }

    private Record understood(LedgerCall<?> call, byte[] answer) {
        try {
            return stage.dialect().understood(LedgerCodec.decode(call.answerType(), answer));
        } catch (LedgerFormatException e) {
            throw new IllegalStateException("an answer to " + call.function() + " cannot be read", e);
        }
    }

    private byte[][] arguments(Call step) {
        Record spoken = stage.dialect().spoken((Record) step.call());
        byte[] first = LedgerCodec.encode(spoken);
        Optional<Command> command = step.command().filter(given -> given.how() != Signing.MISSING);
        return command.map(given ->
                        new byte[][] {first, authorization((OwnerCall<?>) spoken, first, given, step.caller())})
                .orElseGet(() -> new byte[][] {first});
    }

    private byte[] authorization(OwnerCall<?> call, byte[] first, Command command, Person carrier) {
        Instant notAfter = notAfter(call, command.how());
        var signed = new OwnerCommand(
                stage.profile().network(),
                command.how() == Signing.FOR_ANOTHER_CHANNEL
                        ? "elsewhere"
                        : stage.profile().channel(),
                stage.profile().contract(),
                command.how() == Signing.FOR_ANOTHER_FUNCTION ? "closeBook" : call.function(),
                call.record(),
                call.factId(),
                Bytes.of(Digest.sha256Of(first).bytes()),
                call.factVersion(),
                command.how() == Signing.FOR_ANOTHER_CERTIFICATE
                        ? Bytes.of(Digest.sha256Of(first).bytes())
                        : Bytes.of(Digest.sha256Of(stage.certificate(carrier).toByteArray())
                                .bytes()),
                notAfter);
        byte[] signature = command.signer().key().orElseThrow().sign(signed.bytes());
        return LedgerCodec.encode(new OwnerAuthorization(notAfter, TaggedSignature.of(signature)));
    }

    private static Instant notAfter(OwnerCall<?> call, Signing how) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return switch (how) {
            case EXPIRED -> now.minusSeconds(1);
            case TOO_FAR_AHEAD -> now.plus(call.isEvaluated() ? Duration.ofMinutes(2) : Duration.ofMinutes(12));
            default -> now.plus(Duration.ofSeconds(45));
        };
    }
}
