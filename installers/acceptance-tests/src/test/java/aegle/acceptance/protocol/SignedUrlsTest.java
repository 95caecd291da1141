// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.embedded.NetworkParts;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A signed URL opens an object to whoever has it; so it stands in no log, whatever fails. */
@EmbeddedOnly("lets stores fail")
class SignedUrlsTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger own = (Logger) LoggerFactory.getLogger("aegle");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    Path folder;

    @Test
    void no_log_has_a_signed_url_whatever_fails() throws Exception {
        Level usual = root.getLevel();
        root.setLevel(Level.INFO);
        own.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
        try {
            live();
        } finally {
            root.detachAppender(log);
            root.setLevel(usual);
            own.setLevel(null);
        }
        List<String> told = List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
        assertTrue(told.stream().anyMatch(line -> line.contains("failed with")), "the stores' failures are told");
        assertEquals(
                List.of(), told.stream().filter(line -> line.contains("X-Amz-")).toList());
    }

    private void live() throws Exception {
        var stores = new UnsteadyStores();
        var parts =
                NetworkParts.standard(Participants.CLOCK, Participants.RANDOM).withStoreFault(stores);
        Path file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered");
        try (var participants = Participants.on(folder, parts)) {
            ClinicianDesk chen = participants.mayaChen();
            PatientDesk anna = participants.anna();
            var permission = anna.allow(chen.member, Right.READ, Right.WRITE);
            chen.link(anna);
            var document = chen.upload(anna, file, DOSE);
            stores.failAbout(_ -> true);
            assertThrows(StoreUnavailableException.class, () -> chen.upload(anna, file, DOSE));
            assertThrows(SharingException.class, () -> chen.read(anna, document));
            stores.mend();
            stores.lieAbout(_ -> true);
            assertThrows(SharingException.class, () -> chen.read(anna, document));
            stores.mend();
            var urls = chen.ledger.evaluate(new DocumentUrls(
                    permission.record(),
                    permission.id(),
                    document.id(),
                    document.objects().label().key()));
            assertTrue(urls.urls().getFirst().url().contains("X-Amz-"));
            root.info("{}", urls);
        }
    }
}
