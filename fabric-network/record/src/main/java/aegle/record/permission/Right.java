// SPDX-License-Identifier: Apache-2.0

package aegle.record.permission;

/** The paper's three rights. They are separate: writing does not imply reading, and sharing is for a study. */
public enum Right {
    READ,
    WRITE,
    SHARE
}
