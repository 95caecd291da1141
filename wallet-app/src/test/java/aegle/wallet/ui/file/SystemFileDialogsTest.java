// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SystemFileDialogsTest {
    @Test
    void a_foreign_name_becomes_no_path_and_no_hidden_file() {
        assertEquals("_.._etc_passwd", SystemFileDialogs.harmless("/../etc/passwd"));
        assertEquals("profile", SystemFileDialogs.harmless("..profile"));
        assertEquals("Befund Müller.pdf", SystemFileDialogs.harmless(" Befund Müller.pdf "));
    }
}
