// SPDX-License-Identifier: Apache-2.0

package aegle.record.call;

import aegle.record.Bytes;
import aegle.record.PatientPseudonym;
import aegle.record.RequestId;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessRequest;
import aegle.record.access.DenialCount;
import aegle.record.access.RequestStatus;
import java.time.Instant;
import java.util.List;

/** The calls about requests for access and about who saw what. */
public interface AccessCalls {

    /** Ask a patient for access, sealed to her by the code that she handed over. */
    record RequestAccess(PatientPseudonym record, RequestId request, Bytes sealed, Instant expires)
            implements Transaction<AccessRequest> {}

    /** The patient's answer. Allowing also takes a permission of its own. */
    record AnswerRequest(PatientPseudonym record, RequestId request, RequestStatus answer, long version)
            implements OwnerCall<AccessRequest> {
        @Override
        public Bytes factId() {
            return request.value();
        }

        @Override
        public long factVersion() {
            return version;
        }
    }

    /** The owner's list of requests in her record, answered and expired ones included. */
    record ListRequests(PatientPseudonym record, int pageSize, String bookmark) implements OwnerCall<RequestPage> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** A clinician's list of her own requests. */
    record ListOwnRequests(int pageSize, String bookmark) implements Query<RequestPage> {}

    /** A page of requests; an empty bookmark ends the list. */
    record RequestPage(List<AccessRequest> requests, String bookmark) {}

    /** The owner's list of who looked, uploaded or was refused, newest first. */
    record ListAccessEvents(PatientPseudonym record, int pageSize, String bookmark)
            implements OwnerCall<AccessEventPage> {
        @Override
        public boolean isEvaluated() {
            return true;
        }
    }

    /** A page of events; an empty bookmark ends the list. The first page also has the counts of refusals. */
    record AccessEventPage(List<AccessEvent> events, List<DenialCount> denials, String bookmark) {}
}
