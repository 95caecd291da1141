// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Counts how often a client of this process was told that somebody else had changed meanwhile what its transaction had read. */
public final class MetConflicts implements AutoCloseable {
    private static final String CLIENT = "aegle.client.ledger.Submission";
    private static final String CONFLICT = "READ_CONFLICT";

    private final Logger client = (Logger) LoggerFactory.getLogger(CLIENT);
    private final AtomicInteger met = new AtomicInteger();
    private final AppenderBase<ILoggingEvent> counting = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getFormattedMessage().contains(CONFLICT)) {
                met.incrementAndGet();
            }
        }
    };

    public MetConflicts() {
        counting.setContext(client.getLoggerContext());
        counting.start();
        client.setLevel(Level.DEBUG);
        client.setAdditive(false);
        client.addAppender(counting);
    }

    public int count() {
        return met.get();
    }

    @Override
    public void close() {
        client.detachAppender(counting);
        client.setAdditive(true);
        client.setLevel(null);
    }
}
