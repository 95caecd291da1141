// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/**
 * Something that cannot be undone, asked once; both buttons say what they do, never "OK".
 *
 * @param title the question
 * @param sentence what will happen and what will not
 * @param confirm the label of the button that does it, for instance "Delete the draft"
 * @param cancel the label of the button that does not, for instance "Keep it"
 * @param grave whether something is lost by it
 */
public record Question(String title, String sentence, String confirm, String cancel, boolean grave) {}
