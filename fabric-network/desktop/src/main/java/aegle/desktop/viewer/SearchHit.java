// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.util.List;

/** One occurrence of a searched text: its page, counted from 0, and the boxes that cover it, at least one. */
record SearchHit(int page, List<Box> boxes) {}
