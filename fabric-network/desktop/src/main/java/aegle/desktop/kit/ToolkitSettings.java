// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

/** What JavaFX must be told before it starts. */
public final class ToolkitSettings {
    private ToolkitSettings() {}

    /** Keep no copy of the texts that were laid out, which would be there until the program ends. Call it first of all. */
    public static void apply() {
        System.setProperty("prism.cacheLayoutSize", "0");
    }
}
