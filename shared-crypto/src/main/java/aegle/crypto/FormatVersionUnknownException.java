// SPDX-License-Identifier: Apache-2.0

package aegle.crypto;

/** {@code FORMAT_VERSION_UNKNOWN}: the bytes are of a version that this program does not know; a newer one may. */
public final class FormatVersionUnknownException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String construction;
    private final long version;

    public FormatVersionUnknownException(String construction, long version) {
        super("format version " + version + " of " + construction + " is unknown");
        this.construction = construction;
        this.version = version;
    }

    /** Returns the name of the construction, such as {@code envelope}. */
    public String construction() {
        return construction;
    }

    public long version() {
        return version;
    }
}
