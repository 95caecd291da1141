// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/** What an {@link Action} yields: nothing but the fact that it is done. */
public enum Completed {
    COMPLETED
}
