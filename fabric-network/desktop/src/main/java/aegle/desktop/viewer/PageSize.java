// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/** How large a page is as it is read, rotation included; in points of 1/72 inch. */
record PageSize(double width, double height) {}
