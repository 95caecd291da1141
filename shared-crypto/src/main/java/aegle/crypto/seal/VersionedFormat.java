// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

/** The name and the current version of a sealed JSON format. */
record VersionedFormat(String construction, int version) {}
