// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Tests what only a network in this process can do: misbehave in a part, go by another clock, be taken away. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedOnly.OnFabricSkipped.class)
public @interface EmbeddedOnly {
    /** What the test needs that a real network does not give; told when it is skipped. */
    String value();

    /** Skips the test elsewhere, with its reason. */
    final class OnFabricSkipped implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Trial.isEmbedded()) {
                return ConditionEvaluationResult.enabled("on the embedded network");
            }
            String need = AnnotationSupport.findAnnotation(context.getElement(), EmbeddedOnly.class)
                    .map(EmbeddedOnly::value)
                    .orElse("");
            return need.isEmpty()
                    ? ConditionEvaluationResult.enabled("needs nothing special")
                    : ConditionEvaluationResult.disabled("embedded only: " + need);
        }
    }
}
