// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.util.regex.Pattern;

/** The name of an organization of the network, such as a hospital (Fabric: membership service provider). */
public record MspId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    public MspId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("MspId must be 1 to 64 letters, digits, dots or dashes");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
