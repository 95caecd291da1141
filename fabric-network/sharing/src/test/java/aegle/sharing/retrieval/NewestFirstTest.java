// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.Bytes;
import aegle.record.CiphertextDigest;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.MemberId;
import aegle.record.ObjectName;
import aegle.record.PatientPseudonym;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.command.TaggedSignature;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.sharing.retrieval.NewestFirst.Found;
import aegle.sharing.retrieval.NewestFirst.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewestFirstTest {
    private int pagesAsked;

    @Test
    void lists_are_read_as_one_newest_first() throws Exception {
        var both = new NewestFirst<>(List.of(source("odd", 9, 7, 5, 3, 1), source("even", 8, 6, 4, 2)));

        assertEquals(List.of(9, 8, 7, 6), numbers(both.next(4)));
        assertEquals(List.of(5, 4, 3, 2), numbers(both.next(4)));
        assertEquals(List.of(1), numbers(both.next(4)));
        assertEquals(List.of(), numbers(both.next(4)));
    }

    @Test
    void no_more_is_asked_for_than_somebody_wants_to_see() throws Exception {
        var both = new NewestFirst<>(List.of(source("long", 9, 8, 7, 6, 5, 4, 3, 2, 1), source("short", 0)));

        both.next(3);

        assertEquals(2, pagesAsked);
    }

    @Test
    void a_document_in_several_lists_comes_once_from_the_one_that_opens_its_label() throws Exception {
        var both = new NewestFirst<>(List.of(source("blind", false, 3, 2), source("reading", 3, 1)));

        List<Found<String>> found = both.next(9);

        assertEquals(List.of(3, 2, 1), numbers(found));
        assertEquals(
                List.of("reading", "blind", "reading"),
                found.stream().map(Found::origin).toList());
    }

    @Test
    void a_page_without_documents_is_no_end() throws Exception {
        var gaps = new NewestFirst<>(List.of(new Source<>(
                "gaps",
                _ -> true,
                (_, bookmark) -> bookmark.isEmpty()
                        ? new DocumentPage(List.of(), "next")
                        : new DocumentPage(List.of(entry(1)), ""))));

        assertEquals(List.of(1), numbers(gaps.next(2)));
    }

    @Test
    void a_list_that_never_ends_is_given_up() {
        var endless = new NewestFirst<>(
                List.of(new Source<>("endless", _ -> true, (_, _) -> new DocumentPage(List.of(), "again"))));

        assertThrows(IllegalStateException.class, () -> endless.next(1));
    }

    private Source<String> source(String name, int... numbers) {
        return source(name, true, numbers);
    }

    private Source<String> source(String name, boolean opensLabel, int... numbers) {
        return new Source<>(name, _ -> opensLabel, (size, bookmark) -> {
            pagesAsked++;
            int from = bookmark.isEmpty() ? 0 : Integer.parseInt(bookmark);
            int to = Math.min(numbers.length, from + size);
            var page = new ArrayList<DocumentEntry>();
            for (int i = from; i < to; i++) {
                page.add(entry(numbers[i]));
            }
            return new DocumentPage(page, to == numbers.length ? "" : Integer.toString(to));
        });
    }

    private static List<Integer> numbers(List<Found<String>> found) {
        return found.stream()
                .map(each -> (int) each.entry().recordedAt().getEpochSecond())
                .toList();
    }

    private static DocumentEntry entry(int number) {
        return new DocumentEntry(
                new DocumentSubject(
                        "records",
                        PatientPseudonym.of(bytes(32, 1)),
                        DocumentId.of(bytes(16, number)),
                        DocumentCategory.LABORATORY_RESULTS,
                        ContentCommitment.of(bytes(32, 2)),
                        MemberId.of(bytes(16, 3)),
                        Instant.ofEpochSecond(number)),
                0,
                TaggedSignature.of(bytes(65, 1)),
                new StoredDocument(object(ObjectKind.BODY), object(ObjectKind.ENVELOPE), object(ObjectKind.LABEL)),
                Instant.ofEpochSecond(number),
                Optional.empty(),
                1);
    }

    private static StoredObject object(ObjectKind kind) {
        return new StoredObject(
                ObjectKey.of(kind, new ObjectName(Bytes.of(bytes(16, 4)))), CiphertextDigest.of(bytes(32, 5)), 1);
    }

    private static byte[] bytes(int length, int last) {
        var bytes = new byte[length];
        bytes[0] = 1;
        bytes[length - 1] = (byte) last;
        return bytes;
    }
}
