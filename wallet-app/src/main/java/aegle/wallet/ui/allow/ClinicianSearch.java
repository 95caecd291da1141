// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.record.member.Member;
import aegle.wallet.session.Wallet;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/** Finding a clinician while typing; an answer that comes late is dropped. */
public final class ClinicianSearch {
    static final int MOST_SHOWN = 25;
    private static final int SHORTEST = 2;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Wallet wallet;
    private final WalletTexts texts;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Member>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper state;
    private Subscription pausing = Subscription.EMPTY;

    /** Search through the open wallet. */
    public ClinicianSearch(Wallet wallet, WalletTexts texts) {
        this.wallet = wallet;
        this.texts = texts;
        this.state = new ReadOnlyStringWrapper(texts.text("allow.search.hint"));
        query.subscribe((before, now) -> typed(now));
    }

    /** What is searched; writable. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Who was found. */
    public ReadOnlyObjectProperty<List<Member>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** What to say beneath the field; empty when the list says it. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void typed(String now) {
        pausing.unsubscribe();
        if (now.strip().length() < SHORTEST) {
            found.set(List.of());
            state.set(texts.text("allow.search.hint"));
        } else {
            state.set(texts.text("allow.search.searching"));
            pausing = wallet.background().after("search clinicians", PAUSE, () -> search(now));
        }
    }

    private void search(String asked) {
        wallet.run("search clinicians", session -> session.findClinicians(asked.strip()))
                .onSuccess(members -> arrived(asked, members))
                .onFailure(failure -> state.set(new FailureTexts(texts).paragraph(failure)))
                .start();
    }

    private void arrived(String asked, List<Member> members) {
        if (!asked.equals(query.get())) {
            return;
        }
        found.set(members.stream().limit(MOST_SHOWN).toList());
        if (members.isEmpty()) {
            state.set(texts.text("allow.search.nobody"));
        } else {
            state.set(members.size() > MOST_SHOWN ? texts.text("allow.search.more", MOST_SHOWN) : "");
        }
    }
}
