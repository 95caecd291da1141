// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.Notices;
import aegle.desktop.kit.RunningWork;
import aegle.record.member.Member;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.sharing.OperationPendingException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.SharingException;
import aegle.wallet.news.WalletNews;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.session.WaitingRequest;
import aegle.wallet.session.Wallet;
import aegle.wallet.session.WalletSession;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.PermissionSentence;
import aegle.wallet.text.WalletTexts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Allowing a clinician step by step, changing a permission, or answering a request: the same steps, begun at another place. */
public final class AllowViewModel {
    private final Wallet wallet;
    private final WalletNews news;
    private final WalletTexts texts;
    private final Notices notices;
    private final AllowOccasion occasion;
    private final ClinicianSearch search;
    private final ReadOnlyObjectWrapper<PermissionDraft> draft;
    private final ReadOnlyObjectWrapper<AllowStep> step = new ReadOnlyObjectWrapper<>(AllowStep.PERSON);
    private final ReadOnlyObjectWrapper<Optional<Member>> clinician = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RunningWork>> work = new ReadOnlyObjectWrapper<>(Optional.empty());
    private AllowStep first = AllowStep.PERSON;
    private Optional<PermissionScope> given = Optional.empty();
    private boolean pending;

    /** Begin with an occasion. */
    public AllowViewModel(Wallet wallet, WalletNews news, WalletTexts texts, Notices notices, AllowOccasion occasion) {
        this.wallet = wallet;
        this.news = news;
        this.texts = texts;
        this.notices = notices;
        this.occasion = occasion;
        this.search = new ClinicianSearch(wallet, texts);
        this.draft = new ReadOnlyObjectWrapper<>(new PermissionDraft(texts));
        begin();
    }

    /** Begin anew. */
    public void begin() {
        renewDraft();
        problem.set("");
        given = Optional.empty();
        pending = false;
        search.queryProperty().set("");
        switch (occasion) {
            case AllowOccasion.OwnAccord _ -> start(Optional.empty(), AllowStep.PERSON);
            case AllowOccasion.Change(AllowedPermission allowed) -> {
                draft.get().fill(allowed.permission().scope());
                start(Optional.of(allowed.clinician()), AllowStep.WHAT);
            }
            case AllowOccasion.Answer(WaitingRequest request, boolean asAsked) -> {
                draft.get().fill(request.access());
                start(Optional.of(request.clinician()), asAsked ? AllowStep.READ : AllowStep.WHAT);
                first = AllowStep.WORDS;
            }
        }
    }

    /** How far it is, to be resumed by another one; empty before anybody is chosen, and when it is done. */
    public Optional<AllowProgress> progress() {
        return clinician
                .get()
                .filter(_ -> isOwnAccord() && step.get() != AllowStep.DONE)
                .map(person -> new AllowProgress(step.get(), person, draft.get().copy()));
    }

    /** Go on where another one was. */
    public void resume(AllowProgress progress) {
        clinician.set(Optional.of(progress.clinician()));
        use(progress.draft());
        go(progress.step());
    }

    /** Choose the person; what was chosen for somebody else is forgotten. */
    public void choose(Member member) {
        renewDraft();
        clinician.set(Optional.of(member));
        go(AllowStep.WORDS);
    }

    /** Take the template: everything, reading only, 30 days; only the sentence is left to read. */
    public void secondOpinion() {
        draft.get().fillSecondOpinion();
        go(AllowStep.READ);
    }

    /** Go on, if this step is complete. */
    public void next() {
        problem.set(
                switch (step.get()) {
                    case WHAT -> draft.get().whatProblem();
                    case UNTIL -> draft.get().untilProblem();
                    case PERSON, WORDS, READ, DONE -> "";
                });
        if (problem.get().isEmpty()) {
            go(step.get().next());
        }
    }

    /** Go back one step; false at the first one. */
    public boolean back() {
        if (step.get() == first || step.get() == AllowStep.DONE || isBusy()) {
            return false;
        }
        go(step.get().before());
        return true;
    }

    /** The words differ: this is not the person. */
    public void wordsDiffer() {
        problem.set(texts.text("allow.words.differ.todo"));
    }

    /** Allow what the sentence says. */
    public void allow() {
        if (isBusy() || step.get() != AllowStep.READ) {
            return;
        }
        PermissionScope scope = scope();
        Member person = clinician.get().orElseThrow();
        problem.set("");
        RunningWork running = wallet.run("allow a clinician", session -> act(session, person, scope))
                .onDone(() -> allowed(scope))
                .onFailure(this::failed)
                .andFinally(() -> {
                    work.set(Optional.empty());
                    news.refresh();
                })
                .start();
        work.set(Optional.of(running));
    }

    public ClinicianSearch search() {
        return search;
    }

    public ReadOnlyObjectProperty<PermissionDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<AllowStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whom it is about; empty until she is chosen. */
    public ReadOnlyObjectProperty<Optional<Member>> clinicianProperty() {
        return clinician.getReadOnlyProperty();
    }

    /** What is missing or went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The permission in one sentence, once it is complete. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Allowing, while it goes on. */
    public ReadOnlyObjectProperty<Optional<RunningWork>> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** Whether a permission is changed rather than given. */
    public boolean isChange() {
        return occasion instanceof AllowOccasion.Change;
    }

    /** Whether the patient began it herself, with nothing chosen yet. */
    public boolean isOwnAccord() {
        return occasion instanceof AllowOccasion.OwnAccord;
    }

    /** Whether the hospitals have it but have not said yet that it is saved. */
    public boolean isPending() {
        return pending;
    }

    /** Whether what was given lets the clinician add documents, so that she needs the six words. */
    public boolean mayAdd() {
        return given.filter(scope -> scope.rights().contains(Right.WRITE)).isPresent();
    }

    /** What was given: "read", "read-add" or "add". */
    public String givenKind() {
        Set<Right> rights = given.map(PermissionScope::rights).orElse(Set.of());
        return !rights.contains(Right.WRITE) ? "read" : rights.contains(Right.READ) ? "read-add" : "add";
    }

    /** All documents, for picking single ones. */
    public List<HeldDocument> documents() {
        return news.documents().valueProperty().get().orElse(List.of());
    }

    private Permission act(WalletSession session, Member person, PermissionScope scope) throws SharingException {
        return switch (occasion) {
            case AllowOccasion.OwnAccord _ -> session.allow(person, scope);
            case AllowOccasion.Change(AllowedPermission allowed) -> session.change(allowed, scope);
            case AllowOccasion.Answer(WaitingRequest request, boolean _) -> session.allow(request, scope);
        };
    }

    private void renewDraft() {
        use(new PermissionDraft(texts));
    }

    private void use(PermissionDraft next) {
        draft.set(next);
        next.onChange(() -> problem.set(""));
    }

    private boolean isBusy() {
        return work.get().isPresent();
    }

    private void start(Optional<Member> person, AllowStep at) {
        clinician.set(person);
        first = at;
        go(at);
    }

    private void go(AllowStep next) {
        problem.set("");
        if (next == AllowStep.READ) {
            sentence.set(new PermissionSentence(texts).whole(clinician.get().orElseThrow(), scope()));
        }
        step.set(next);
    }

    private PermissionScope scope() {
        return draft.get().scope(documents());
    }

    private void allowed(PermissionScope scope) {
        given = Optional.of(scope);
        go(AllowStep.DONE);
    }

    private void failed(SharingException failure) {
        if (failure instanceof OperationPendingException) {
            notices.show(new FailureTexts(texts).notice(failure));
            pending = true;
            allowed(scope());
        } else if (failure instanceof RecordIntegrityException) {
            problem.set(texts.text("allow.not-this-person"));
        } else {
            problem.set(new FailureTexts(texts).paragraph(failure));
        }
    }
}
