// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import aegle.desktop.connection.ReportedTransfer;
import aegle.desktop.kit.Notice;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.RunningWork;
import aegle.desktop.viewer.OpenedPdf;
import aegle.record.DocumentId;
import aegle.sharing.privatefile.ListedPrivateFile;
import aegle.sharing.privatefile.OpenedPrivateFile;
import aegle.sharing.privatefile.PrivateFiles;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.Wallet;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.viewing.FetchedPdf;
import aegle.wallet.ui.viewing.PdfViewing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The patient's own files: adding, saving a copy, removing. */
public final class FilesViewModel {
    private final Wallet wallet;
    private final WalletNews news;
    private final WalletTexts texts;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<Optional<RunningWork>> adding = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DocumentId>> removing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Path> queue = new ArrayDeque<>();

    /** Show what the news say. */
    public FilesViewModel(Wallet wallet, WalletNews news, WalletTexts texts, Notices notices) {
        this.wallet = wallet;
        this.news = news;
        this.texts = texts;
        this.notices = notices;
    }

    /** All files, newest first. */
    public ObservableValue<List<ListedPrivateFile>> files() {
        return news.privateFiles().valueProperty().map(all -> all.orElse(List.of()));
    }

    /** Add some files, one after the other. */
    public void add(List<Path> chosen) {
        queue.addAll(chosen);
        addNext();
    }

    /** Remove a file for good. */
    public void remove(ListedPrivateFile file) {
        removing.set(Optional.of(file.entry().id()));
        wallet.run("remove a private file", session -> session.privateFiles().remove(file.entry()))
                .onDone(() -> notices.show(Notice.success(texts.text("files.removed"))))
                .onFailure(failure -> notices.show(new FailureTexts(texts).notice(failure)))
                .andFinally(() -> {
                    removing.set(Optional.empty());
                    news.refresh();
                })
                .start();
    }

    /** Write an unprotected copy. */
    public void save(ListedPrivateFile file, Path target) {
        wallet.measure("save a copy", (session, report) -> {
                    try (OpenedPrivateFile copy =
                            session.privateFiles().open(file.entry(), new ReportedTransfer(report))) {
                        return SavedCopy.write(copy.content(), target);
                    }
                })
                .onSuccess(saved -> notices.show(saved.notice(texts)))
                .onFailure(failure -> notices.show(new FailureTexts(texts).notice(failure)))
                .start();
    }

    /** Prepare to view a file that is a PDF. */
    public PdfViewing view(ListedPrivateFile file) {
        return new PdfViewing(wallet, texts, (session, report) -> {
            OpenedPrivateFile opened = session.privateFiles().open(file.entry(), new ReportedTransfer(report));
            return new FetchedPdf(
                    opened.content(),
                    new OpenedPdf.Description(
                            file.name(), List.of(texts.text("files.unchanged")), List.of(), Optional.empty()));
        });
    }

    /** Says whether the viewer can show it. */
    public static boolean isPdf(ListedPrivateFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** Adding, while it goes on. */
    public ReadOnlyObjectProperty<Optional<RunningWork>> addingProperty() {
        return adding.getReadOnlyProperty();
    }

    /** The file that is being removed. */
    public ReadOnlyObjectProperty<Optional<DocumentId>> removingProperty() {
        return removing.getReadOnlyProperty();
    }

    /** The news behind this screen. */
    public WalletNews news() {
        return news;
    }

    private void addNext() {
        if (adding.get().isPresent() || queue.isEmpty()) {
            return;
        }
        Path file = queue.remove();
        String name = Objects.toString(file.getFileName(), "file");
        var draft = new PrivateFiles.FileDraft(file, name, name, mediaType(name), LocalDate.now(texts.clock()));
        RunningWork running = wallet.measure(
                        "add a private file",
                        (session, report) -> session.privateFiles().add(draft, new ReportedTransfer(report)))
                .onDone(() -> notices.show(Notice.success(texts.text("files.added", name))))
                .onFailure(failure -> notices.show(new FailureTexts(texts).notice(failure)))
                .onCancelled(queue::clear)
                .andFinally(() -> {
                    adding.set(Optional.empty());
                    news.privateFiles().refresh();
                    addNext();
                })
                .start();
        adding.set(Optional.of(running));
    }

    private static String mediaType(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    }
}
