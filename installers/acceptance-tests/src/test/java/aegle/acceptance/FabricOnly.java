// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIf;

/** Tests what only a network of several processes can do: lose one of them. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIf(
        value = "aegle.acceptance.Trial#isEmbedded",
        disabledReason = "needs orderers and peers that can be killed: -Daegle.network=fabric")
public @interface FabricOnly {}
