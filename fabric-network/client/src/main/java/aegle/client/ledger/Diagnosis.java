// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.record.codec.LedgerErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** What a gateway's error at evaluate or endorse means for the caller: a table of {@code docs/outcomes.md}. */
sealed interface Diagnosis {

    /** The contract, or the peer for it, says no. Another peer would say the same. */
    record Refused(LedgerErrorCode code, String message) implements Diagnosis {}

    /** This peer or its contract server cannot do it now; another one may. */
    record PeerUnusable(String message) implements Diagnosis {}

    /** Too few hospitals are there to endorse, or one has just gone; it may be different in a second or two. */
    record HospitalsMissing(String message) implements Diagnosis {}

    /**
     * This peer has endorsed and others see it differently: they, or it, have not got the last block yet. Soon they agree; if they
     * do not, the others' word counts.
     */
    record HospitalsDisagree(Optional<Refused> byOthers) implements Diagnosis {}

    /** Read an error. Nothing was ordered, whatever it says. */
    static Diagnosis of(GatewayException error) {
        List<String> texts = texts(error);
        return disagreement(texts)
                .or(() -> refusal(texts).map(Diagnosis.class::cast))
                .or(() -> clockOff(texts))
                .or(() -> missing(texts))
                .orElseGet(() -> new PeerUnusable(String.join("; ", texts)));
    }

    /**
     * Tells whether a submit failed because orderers had the transaction in a block before they were asked: more of them say so than
     * may lie among four.
     */
    static boolean isOrdered(SubmitException error) {
        return texts(error).stream()
                        .filter(text -> text.contains(Grammar.ORDERED_ALREADY))
                        .count()
                > Grammar.LIARS;
    }

    /** All that the gateway and whoever it asked have said. */
    static String words(GatewayException error) {
        return String.join("; ", texts(error));
    }

    private static List<String> texts(GatewayException error) {
        var status = error.getStatus();
        String said = status.getCode() + (status.getDescription() == null ? "" : " " + status.getDescription());
        return Stream.concat(Stream.of(said), error.getDetails().stream().map(ErrorDetail::getMessage))
                .toList();
    }

    private static Optional<Diagnosis> disagreement(List<String> texts) {
        if (!texts.getFirst().contains(Grammar.ENDORSED_HERE_ONLY)) {
            return Optional.empty();
        }
        Optional<Refused> refused = refusal(texts);
        return refused.isPresent() || texts.stream().anyMatch(text -> text.contains(Grammar.OTHER_RESULT))
                ? Optional.of(new HospitalsDisagree(refused))
                : Optional.empty();
    }

    private static Optional<Refused> refusal(List<String> texts) {
        return texts.stream()
                .map(Grammar.REFUSAL::matcher)
                .filter(Matcher::find)
                .flatMap(found -> known(found.group("code")).map(code -> new Refused(code, found.group("text"))))
                .findFirst();
    }

    private static Stream<LedgerErrorCode> known(String name) {
        return Arrays.stream(LedgerErrorCode.values())
                .filter(code -> code.name().equals(name));
    }

    private static Optional<Diagnosis> clockOff(List<String> texts) {
        return texts.stream()
                .filter(text -> text.contains("incorrect timestamp"))
                .findFirst()
                .map(text -> new Refused(LedgerErrorCode.CLOCK_OFF, text));
    }

    private static Optional<Diagnosis> missing(List<String> texts) {
        return texts.stream()
                .filter(text -> Grammar.MISSING.stream().anyMatch(text::contains))
                .findFirst()
                .map(HospitalsMissing::new);
    }

    /** The texts by which peers are understood. */
    final class Grammar {
        static final Pattern REFUSAL =
                Pattern.compile("chaincode response \\d+, (?<code>[A-Z][A-Z_]*): (?<text>.*)", Pattern.DOTALL);
        static final String ENDORSED_HERE_ONLY = "failed to collect enough transaction endorsements";
        static final String ORDERED_ALREADY = "request already processed";
        static final int LIARS = 1;
        static final String OTHER_RESULT = "ProposalResponsePayloads do not match";
        static final List<String> MISSING = List.of(
                ENDORSED_HERE_ONLY, "no combination of peers can be derived which satisfy the endorsement policy");

        private Grammar() {}
    }
}
