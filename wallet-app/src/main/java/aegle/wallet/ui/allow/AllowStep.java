// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import java.util.List;

/** The steps of allowing, in their order. */
public enum AllowStep {
    PERSON,
    WORDS,
    WHAT,
    UNTIL,
    READ,
    DONE;

    /** How many steps the bar counts: the last one is none. */
    public static final int COUNTED = 5;

    private static final List<AllowStep> ORDER = List.of(values());

    AllowStep next() {
        return ORDER.get(ORDER.indexOf(this) + 1);
    }

    AllowStep before() {
        return ORDER.get(ORDER.indexOf(this) - 1);
    }

    /** Its number, from 1. */
    int number() {
        return ORDER.indexOf(this) + 1;
    }
}
