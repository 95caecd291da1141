// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.kit.Notice;
import java.util.Optional;

/**
 * Why something was not done, in the user's language.
 *
 * @param sentence what happened
 * @param toDo what is safe and what to do; may be empty
 * @param quote an id for whoever helps; no patient data
 * @param remedy what the program can offer
 */
public record Explanation(String sentence, String toDo, Optional<String> quote, Remedy remedy) {

    /** What may help. */
    public enum Remedy {
        NONE,
        TRY_AGAIN,
        ASK_PATIENT,
        CONFIRM_IDENTITY
    }

    /** Sentence and advice in one paragraph. */
    public String whole() {
        return toDo.isEmpty() ? sentence : sentence + " " + toDo;
    }

    /** The notice above the content. */
    public Notice notice() {
        Notice notice = Notice.error(sentence);
        if (!toDo.isEmpty()) {
            notice = notice.toDo(toDo);
        }
        return quote.isPresent() ? notice.details(quote.get(), quote.get()) : notice;
    }
}
