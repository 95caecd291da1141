// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.Optional;

/**
 * One thing to tell the user, above the content: what happened, what is safe, what to do, and at most one action.
 *
 * <pre>{@code
 * notices.show(Notice.success("Dr. Chen can no longer read your laboratory results.").offering("Undo", model::allowAgain));
 * notices.show(Notice.error("Two of seven documents were not sent.").safe("They are kept on this computer.")
 *         .toDo("Try again when the network is back.").details("4F2A-90B1", "storage answered 503"));
 * }</pre>
 *
 * @param kind how grave it is
 * @param sentence what happened
 * @param safe what is safe, in one sentence
 * @param toDo what the user can do, in one sentence
 * @param action a button
 * @param details behind a link: something to quote
 * @param impersonal whether it tells of the program alone, so that it may be read before unlocking
 */
public record Notice(
        Kind kind,
        String sentence,
        Optional<String> safe,
        Optional<String> toDo,
        Optional<Choice> action,
        Optional<Details> details,
        boolean impersonal) {

    /** How grave a notice is; said by an icon and its name too, never by color alone. */
    public enum Kind {
        INFORMATION,
        SUCCESS,
        WARNING,
        ERROR
    }

    /** A button of a notice; it is gone once pressed. */
    public record Choice(String label, Runnable run) {}

    /** What the user may quote to somebody who helps: an id, and a text without secrets and without patients. */
    public record Details(String id, String text) {}

    /** Something good to know. */
    public static Notice information(String sentence) {
        return of(Kind.INFORMATION, sentence);
    }

    /** Something that was done. */
    public static Notice success(String sentence) {
        return of(Kind.SUCCESS, sentence);
    }

    /** Something that works only in part. */
    public static Notice warning(String sentence) {
        return of(Kind.WARNING, sentence);
    }

    /** Something that was not done. */
    public static Notice error(String sentence) {
        return of(Kind.ERROR, sentence);
    }

    /** The notice of a failure that nobody expected. */
    public static Notice of(UnexpectedFailure failure, Messages messages) {
        boolean disk = failure.isOfDisk();
        return of(Kind.ERROR, messages.text(disk ? "kit.unexpected.disk" : "kit.unexpected.sentence"), true)
                .safe(messages.text("kit.unexpected.safe"))
                .toDo(messages.text(disk ? "kit.unexpected.disk.todo" : "kit.unexpected.todo"))
                .details(
                        failure.id(),
                        failure.what() + ": " + failure.cause().getClass().getSimpleName());
    }

    /** Say what is safe. */
    public Notice safe(String what) {
        return new Notice(kind, sentence, Optional.of(what), toDo, action, details, impersonal);
    }

    /** Say what to do. */
    public Notice toDo(String what) {
        return new Notice(kind, sentence, safe, Optional.of(what), action, details, impersonal);
    }

    /** Offer a button, such as Undo or Try again. */
    public Notice offering(String label, Runnable run) {
        return new Notice(kind, sentence, safe, toDo, Optional.of(new Choice(label, run)), details, impersonal);
    }

    /** Add something to quote. */
    public Notice details(String id, String text) {
        return new Notice(kind, sentence, safe, toDo, action, Optional.of(new Details(id, text)), impersonal);
    }

    /** Says whether the notice stays when the user goes elsewhere. */
    public boolean isLasting() {
        return kind == Kind.WARNING || kind == Kind.ERROR;
    }

    private static Notice of(Kind kind, String sentence) {
        return of(kind, sentence, false);
    }

    private static Notice of(Kind kind, String sentence, boolean impersonal) {
        return new Notice(
                kind, sentence, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), impersonal);
    }
}
