// SPDX-License-Identifier: Apache-2.0

package aegle.record;

/** Where a record is in its life. While rotating, only its owner gets at objects; a closed one is never opened again. */
public enum RecordStatus {
    OPEN,
    ROTATING,
    CLOSED
}
