// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.record;

import aegle.desktop.connection.ReportedTransfer;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.ProgressReport;
import aegle.desktop.viewer.OpenedPdf;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.OpenedDocument;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.file.SavedCopy;
import aegle.wallet.ui.viewing.FetchedPdf;
import aegle.wallet.ui.viewing.PdfViewing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One document: viewed, then confirmed, or saved as a copy. */
public final class DocumentViewModel {
    private final Wallet wallet;
    private final WalletNews news;
    private final WalletTexts texts;
    private final Notices notices;
    private final PdfViewing viewing;
    private final ReadOnlyObjectWrapper<HeldDocument> document;
    private final ReadOnlyBooleanWrapper confirming = new ReadOnlyBooleanWrapper();
    private final AtomicReference<Optional<OpenedDocument>> opened = new AtomicReference<>(Optional.empty());

    /** Prepare to view a document. */
    public DocumentViewModel(
            Wallet wallet, WalletNews news, WalletTexts texts, Notices notices, HeldDocument document) {
        this.wallet = wallet;
        this.news = news;
        this.texts = texts;
        this.notices = notices;
        this.document = new ReadOnlyObjectWrapper<>(document);
        this.viewing = new PdfViewing(wallet, texts, this::open);
    }

    /** "This is mine and I have seen it." */
    public void confirm() {
        Optional<OpenedDocument> seen = opened.get();
        if (seen.isEmpty() || confirming.get() || !viewing.seen().get()) {
            return;
        }
        confirming.set(true);
        wallet.run("confirm a document", session -> session.confirm(seen.get()))
                .onSuccess(entry -> document.set(document.get().with(entry)))
                .onFailure(failure -> notices.show(new FailureTexts(texts).notice(failure)))
                .andFinally(() -> {
                    confirming.set(false);
                    news.refresh();
                })
                .start();
    }

    /** Write an unprotected copy. The document is fetched and checked once more for it. */
    public void save(Path target) {
        wallet.measure("save a copy", (session, report) -> {
                    try (OpenedDocument copy = session.open(document.get().entry(), new ReportedTransfer(report))) {
                        return SavedCopy.write(copy.content(), target);
                    }
                })
                .onSuccess(saved -> notices.show(saved.notice(texts)))
                .onFailure(failure -> notices.show(new FailureTexts(texts).notice(failure)))
                .start();
    }

    /** The next document that waits to be confirmed. */
    public Optional<HeldDocument> next() {
        return news.documents().valueProperty().get().orElse(List.of()).stream()
                .filter(each -> !each.isConfirmed())
                .filter(each -> !each.entry().id().equals(document.get().entry().id()))
                .findFirst();
    }

    /** A name for the copy. */
    public String proposedName() {
        return opened.get()
                .map(OpenedDocument::name)
                .filter(name -> !name.isBlank())
                .orElse("document.pdf");
    }

    /** The document as it is known now. */
    public ReadOnlyObjectProperty<HeldDocument> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty confirmingProperty() {
        return confirming.getReadOnlyProperty();
    }

    public PdfViewing viewing() {
        return viewing;
    }

    private FetchedPdf open(WalletSession session, ProgressReport report) throws SharingException {
        HeldDocument held = document.get();
        OpenedDocument fetched = session.open(held.entry(), new ReportedTransfer(report));
        opened.set(Optional.of(fetched));
        String title = fetched.title().isBlank() ? texts.typeAndDate(held) : fetched.title();
        return new FetchedPdf(
                fetched.content(),
                new OpenedPdf.Description(
                        title,
                        List.of(texts.text("document.unchanged", texts.name(held.uploader()))),
                        facts(held, fetched),
                        Optional.empty()));
    }

    private List<OpenedPdf.Fact> facts(HeldDocument held, OpenedDocument fetched) {
        return List.of(
                new OpenedPdf.Fact("type", texts.text("document.fact.type"), texts.typeAndDate(held)),
                new OpenedPdf.Fact(
                        "category",
                        texts.text("document.fact.category"),
                        texts.category(held.entry().category())),
                new OpenedPdf.Fact("uploader", texts.text("document.fact.uploader"), texts.name(held.uploader())),
                new OpenedPdf.Fact("hospital", texts.text("document.fact.hospital"), texts.hospital(held.uploader())),
                new OpenedPdf.Fact(
                        "added",
                        texts.text("document.fact.added"),
                        texts.dates().when(held.entry().recordedAt())),
                new OpenedPdf.Fact("file", texts.text("document.fact.file"), fetched.name()));
    }
}
