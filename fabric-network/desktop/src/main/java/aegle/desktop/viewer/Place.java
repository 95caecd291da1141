// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/**
 * A place in the document to bring into sight.
 *
 * @param page counted from 0
 * @param top in points from the page's upper edge
 * @param ask counts the wishes, so that the same place can be wished for again
 */
record Place(int page, double top, int ask) {}
