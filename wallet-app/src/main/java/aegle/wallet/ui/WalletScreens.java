// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import aegle.desktop.kit.Destination;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Navigation;
import aegle.desktop.kit.Overlay;
import aegle.desktop.kit.SecretClipboard;
import aegle.desktop.kit.WindowShell;
import aegle.record.DocumentId;
import aegle.sharing.privatefile.ListedPrivateFile;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.session.WaitingRequest;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.activity.ActivityView;
import aegle.wallet.ui.activity.ActivityViewModel;
import aegle.wallet.ui.allow.AllowOccasion;
import aegle.wallet.ui.allow.AllowRoutes;
import aegle.wallet.ui.allow.AllowStep;
import aegle.wallet.ui.allow.AllowView;
import aegle.wallet.ui.allow.AllowViewModel;
import aegle.wallet.ui.file.CopyQuestion;
import aegle.wallet.ui.file.FileRoutes;
import aegle.wallet.ui.file.FilesView;
import aegle.wallet.ui.file.FilesViewModel;
import aegle.wallet.ui.home.HomeRoutes;
import aegle.wallet.ui.home.HomeView;
import aegle.wallet.ui.home.HomeViewModel;
import aegle.wallet.ui.record.DocumentView;
import aegle.wallet.ui.record.DocumentViewModel;
import aegle.wallet.ui.record.RecordRoutes;
import aegle.wallet.ui.record.RecordView;
import aegle.wallet.ui.record.RecordViewModel;
import aegle.wallet.ui.request.RequestRoutes;
import aegle.wallet.ui.request.RequestsView;
import aegle.wallet.ui.request.RequestsViewModel;
import aegle.wallet.ui.viewing.PdfViewingView;
import aegle.wallet.ui.words.WordsView;
import aegle.wallet.ui.words.WordsViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The screens of an unlocked wallet, and how one leads to another. */
final class WalletScreens implements HomeRoutes, AllowRoutes, RequestRoutes, RecordRoutes, FileRoutes {
    private final WalletDesk desk;
    private final WalletTexts texts;
    private final SecretClipboard clipboard;
    private final Navigation navigation;
    private final RecordViewModel record;
    private final RequestsViewModel requests;
    private final AllowViewModel allow;
    private Subscription returning = Subscription.EMPTY;
    private Supplier<Overlay> overlay = () -> {
        throw new IllegalStateException("the window is not there yet");
    };

    WalletScreens(WalletDesk desk) {
        this.desk = desk;
        this.texts = desk.texts();
        this.clipboard = new SecretClipboard(desk.wallet().background());
        this.record = new RecordViewModel(desk.news(), texts);
        this.requests = new RequestsViewModel(desk.wallet(), desk.news(), texts, desk.notices());
        this.allow = allowing(new AllowOccasion.OwnAccord());
        this.navigation = new Navigation(destinations());
    }

    Navigation navigation() {
        return navigation;
    }

    /** Ask questions in this window from now on. */
    void askIn(WindowShell shell) {
        overlay = shell::overlay;
    }

    /** Where the patient is. */
    Whereabouts whereabouts() {
        if (navigation.destinationProperty().get().isEmpty()) {
            return Whereabouts.AT_HOME;
        }
        return new Whereabouts(
                navigation.destinationProperty().get(),
                navigation
                        .currentProperty()
                        .get()
                        .filter(DocumentView.class::isInstance)
                        .map(view -> ((DocumentView) view).document()),
                allow.progress());
    }

    /** Go where the patient was; to a document once it is known. */
    void go(Whereabouts to) {
        to.allowing().ifPresent(allow::resume);
        navigation.go(to.destination());
        to.document().ifPresent(this::openOnceKnown);
    }

    /** Open a document as soon as the list has arrived, unless the patient has gone elsewhere meanwhile. */
    private void openOnceKnown(DocumentId wanted) {
        Optional<FxView> here = navigation.currentProperty().get();
        returning = desk.news()
                .documents()
                .valueProperty()
                .subscribe(known -> known.ifPresent(documents -> {
                    returning.unsubscribe();
                    documents.stream()
                            .filter(document -> document.entry().id().equals(wanted))
                            .filter(_ -> navigation.currentProperty().get().equals(here))
                            .findFirst()
                            .ifPresent(this::open);
                }));
    }

    /** Wipe what must not outlive a lock. */
    void close() {
        returning.unsubscribe();
        navigation.reset();
        clipboard.close();
    }

    @Override
    public void allowSomeone() {
        if (allow.stepProperty().get() == AllowStep.DONE) {
            allow.begin();
        }
        navigation.go("allow");
    }

    @Override
    public void change(AllowedPermission allowed) {
        openAllow(new AllowOccasion.Change(allowed));
    }

    @Override
    public void allowAsAsked(WaitingRequest request) {
        openAllow(new AllowOccasion.Answer(request, true));
    }

    @Override
    public void allowLess(WaitingRequest request) {
        openAllow(new AllowOccasion.Answer(request, false));
    }

    @Override
    public void done() {
        allow.begin();
        navigation.go("home");
    }

    @Override
    public void showThatItIsMe() {
        if (allow.stepProperty().get() == AllowStep.DONE) {
            allow.begin();
        }
        navigation.go("words");
    }

    @Override
    public void requests() {
        navigation.go("requests");
    }

    @Override
    public void documentsToConfirm() {
        record.filterProperty().set(RecordViewModel.Filter.TO_CONFIRM);
        navigation.go("record");
    }

    @Override
    public void activity() {
        navigation.go("activity");
    }

    @Override
    public void open(HeldDocument document) {
        var model = new DocumentViewModel(desk.wallet(), desk.news(), texts, desk.notices(), document);
        navigation.open(new DocumentView(model, texts, copies(), navigation::back, next -> {
            navigation.back();
            open(next);
        }));
    }

    @Override
    public void view(ListedPrivateFile file) {
        navigation.open(new PdfViewingView(files().view(file), texts, navigation::back, List.of()));
    }

    private List<Destination> destinations() {
        return List.of(
                place(
                        "home",
                        Feather.HOME,
                        () -> new HomeView(
                                new HomeViewModel(desk.wallet(), desk.news(), texts, desk.notices()),
                                texts,
                                this,
                                overlay.get())),
                place("allow", Feather.USER_PLUS, () -> new AllowView(allow, texts, this)),
                new Destination(
                        "requests",
                        texts.text("nav.requests"),
                        Feather.INBOX,
                        () -> new RequestsView(requests, texts, this, overlay.get()),
                        requests.waitingProperty()),
                new Destination(
                        "record",
                        texts.text("nav.record"),
                        Feather.FOLDER,
                        () -> new RecordView(record, texts, this),
                        record.unconfirmedProperty()),
                place("files", Feather.FILE, () -> new FilesView(files(), texts, copies(), this)),
                place(
                        "activity",
                        Feather.ACTIVITY,
                        () -> new ActivityView(new ActivityViewModel(desk.news(), texts), texts)),
                place(
                        "words",
                        Feather.USER_CHECK,
                        () -> new WordsView(new WordsViewModel(desk.wallet()), texts, clipboard)));
    }

    private Destination place(String id, Feather glyph, Supplier<FxView> view) {
        return new Destination(id, texts.text("nav." + id), glyph, view);
    }

    private void openAllow(AllowOccasion occasion) {
        navigation.open(new AllowView(allowing(occasion), texts, this));
    }

    private AllowViewModel allowing(AllowOccasion occasion) {
        return new AllowViewModel(desk.wallet(), desk.news(), texts, desk.notices(), occasion);
    }

    private FilesViewModel files() {
        return new FilesViewModel(desk.wallet(), desk.news(), texts, desk.notices());
    }

    private CopyQuestion copies() {
        return new CopyQuestion(overlay.get(), desk.files(), texts);
    }
}
