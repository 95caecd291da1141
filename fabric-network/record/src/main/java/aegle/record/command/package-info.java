// SPDX-License-Identifier: Apache-2.0

/** The bytes that people sign, and how anyone checks them with the JDK alone. */
@NullMarked
package aegle.record.command;

import org.jspecify.annotations.NullMarked;
