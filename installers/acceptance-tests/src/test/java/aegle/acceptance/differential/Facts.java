// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.record.access.AccessEvent;
import aegle.record.call.AccessCalls.AccessEventPage;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.call.DocumentCalls.PrivatePage;
import aegle.record.call.PermissionCalls.PermissionPage;
import java.util.List;
import java.util.stream.Stream;

/**
 * An outcome of calls at the same time: what was answered, in whatever order and pages, since lists go by the times of proposals, which
 * are not those of commits. Transactions are nobody's steps.
 */
record Facts(String verdict, List<String> facts) {
    private static final Rewriting NAMELESS = new Rewriting(
            (fact, component, value) -> fact == AccessEvent.class && component.equals("transactionId") ? "" : value);

    static Facts of(Outcome outcome) {
        return new Facts(
                outcome.verdict(),
                outcome.answer().stream()
                        .flatMap(Facts::each)
                        .map(fact -> NAMELESS.of(fact).toString())
                        .sorted()
                        .toList());
    }

    private static Stream<? extends Record> each(Record answer) {
        return switch (answer) {
            case DocumentPage page -> page.documents().stream();
            case PrivatePage page -> page.documents().stream();
            case PermissionPage page -> page.permissions().stream();
            case RequestPage page -> page.requests().stream();
            case AccessEventPage page -> Stream.concat(page.events().stream(), page.denials().stream());
            default -> Stream.of(answer);
        };
    }
}
