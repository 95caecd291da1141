// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.link;

/** How record and person were compared. */
public enum LinkWay {
    WORDS_IN_PERSON,
    QR_CODE,
    LETTER
}
