// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.viewing;

import aegle.desktop.kit.RunningWork;
import aegle.desktop.viewer.PdfViewerViewModel;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.SharingException;
import aegle.wallet.session.MeasuredSessionUse;
import aegle.wallet.session.Wallet;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * One PDF on the screen, from fetching to wiping. On the window's thread.
 */
public final class PdfViewing {
    /** What is to be seen. */
    public enum State {
        CLOSED,
        FETCHING,
        SHOWN,
        FAILED
    }

    private final Wallet wallet;
    private final WalletTexts texts;
    private final MeasuredSessionUse<FetchedPdf> source;
    private final PdfViewerViewModel viewer;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
    private final ReadOnlyObjectWrapper<Optional<RunningWork>> work = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding seen;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private int visit;

    /** Show what {@code source} fetches and verifies; its bytes are taken over. */
    public PdfViewing(Wallet wallet, WalletTexts texts, MeasuredSessionUse<FetchedPdf> source) {
        this.wallet = wallet;
        this.texts = texts;
        this.source = source;
        this.viewer = new PdfViewerViewModel(wallet.background(), texts.messages());
        this.seen = state.isEqualTo(State.SHOWN)
                .and(viewer.lookedThroughProperty())
                .and(viewer.problemProperty().isEmpty());
    }

    /** Fetch and show; once more after a failure. */
    public void fetch() {
        forget();
        int now = visit;
        state.set(State.FETCHING);
        RunningWork running = wallet.measure("open a document", source)
                .onSuccess(opened -> arrived(now, opened))
                .onFailure(thrown -> refused(now, thrown))
                .onCancelled(() -> cancelled(now))
                .andFinally(() -> ended(now))
                .start();
        work.set(Optional.of(running));
    }

    /** Forget everything. */
    public void forget() {
        visit++;
        work.get().ifPresent(RunningWork::cancel);
        work.set(Optional.empty());
        viewer.close();
        failure.set("");
        state.set(State.CLOSED);
    }

    /** Where the pages are. */
    public PdfViewerViewModel viewer() {
        return viewer;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The fetching, while it goes on. */
    public ReadOnlyObjectProperty<Optional<RunningWork>> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** Why nothing is shown. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether the patient can have seen all of it: she has been at the last page, and it was drawn. */
    public ObservableBooleanValue seen() {
        return seen;
    }

    private void arrived(int asked, FetchedPdf fetched) {
        if (asked == visit) {
            viewer.show(fetched.handOver());
            state.set(State.SHOWN);
        } else {
            fetched.close();
        }
    }

    private void refused(int asked, SharingException thrown) {
        if (asked == visit) {
            failure.set(
                    thrown instanceof RecordIntegrityException changed
                            ? texts.text("viewing.integrity", changed.check().name())
                            : new FailureTexts(texts).paragraph(thrown));
            state.set(State.FAILED);
        }
    }

    private void cancelled(int asked) {
        if (asked == visit) {
            failure.set(texts.text("viewing.cancelled"));
            state.set(State.FAILED);
        }
    }

    private void ended(int asked) {
        if (asked == visit) {
            work.set(Optional.empty());
        }
    }
}
