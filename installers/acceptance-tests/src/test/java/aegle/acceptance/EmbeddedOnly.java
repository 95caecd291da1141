// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests what only a network in this process can do: misbehave in a part, lose its files, be taken away. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "aegle.acceptance.Trial#isEmbedded",
        disabledReason = "needs a network whose parts can be replaced: the embedded one")
public @interface EmbeddedOnly {}
