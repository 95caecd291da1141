// SPDX-License-Identifier: Apache-2.0

package aegle.record.access;

/** What became of a request for access. */
public enum RequestStatus {
    OPEN,
    ALLOWED,
    DECLINED
}
