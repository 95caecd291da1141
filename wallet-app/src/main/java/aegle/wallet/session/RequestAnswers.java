// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.record.permission.Permission;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.activity.ClinicianDirectory;
import aegle.sharing.request.AccessAnswering;
import aegle.sharing.request.AccessAnswering.ReceivedRequest;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests for access and their answers. A permission answers a request as soon as it is given; if the clinician cannot be told
 * then, she is told later, and meanwhile the request does not wait any more, so that it is not answered twice.
 */
final class RequestAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(RequestAnswers.class);
    private static final String DUE = "wallet/answer-due/";

    private final AccessAnswering answering;
    private final ClinicianDirectory directory;
    private final SealedStore memory;
    private final Clock clock;

    RequestAnswers(AccessAnswering answering, ClinicianDirectory directory, SealedStore memory, Clock clock) {
        this.answering = answering;
        this.directory = directory;
        this.memory = memory;
        this.clock = clock;
    }

    /** The requests that wait for the patient. */
    List<WaitingRequest> waiting() throws SharingException {
        var waiting = new ArrayList<WaitingRequest>();
        for (ReceivedRequest received : answering.open()) {
            if (dueSince(received).isEmpty()) {
                waiting.add(new WaitingRequest(
                        received, directory.member(received.request().member())));
            }
        }
        return List.copyOf(waiting);
    }

    void decline(WaitingRequest request) throws SharingException {
        answering.decline(request.received());
    }

    /** Answer with a permission; fails only if that is not given. */
    Permission answer(WaitingRequest request, Act<Permission> allowing) throws SharingException {
        String due = name(request.received());
        memory.put(
                due,
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(clock.instant().toEpochMilli())
                        .array());
        Permission given;
        try {
            given = allowing.perform();
        } catch (OperationPendingException e) {
            throw e;
        } catch (SharingException e) {
            memory.remove(due);
            throw e;
        }
        try {
            answering.allowed(request.received());
            memory.remove(due);
        } catch (SharingException e) {
            LOG.warn("allowed; the request is answered later: {}", e.getMessage());
        }
        return given;
    }

    /** Tell those who could not be told; where no permission has come about, the request waits again. */
    void resume(List<Permission> permissions) throws SharingException {
        List<String> due = memory.names(DUE);
        if (due.isEmpty()) {
            return;
        }
        for (ReceivedRequest received : answering.open()) {
            Optional<Instant> since = dueSince(received);
            if (since.filter(time -> isAnswered(received, time, permissions)).isPresent()) {
                answering.allowed(received);
            }
        }
        due.forEach(memory::remove);
    }

    private static boolean isAnswered(ReceivedRequest received, Instant since, List<Permission> permissions) {
        return permissions.stream()
                .anyMatch(permission ->
                        permission.grantee().equals(received.request().member())
                                && !permission.grantedAt().isBefore(since));
    }

    private Optional<Instant> dueSince(ReceivedRequest received) {
        return memory.find(name(received))
                .map(bytes -> Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()));
    }

    private static String name(ReceivedRequest received) {
        return DUE + received.request().id().hex();
    }
}
