// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.membership.ProvenRequest;
import aegle.record.MspId;
import aegle.sharing.enrollment.CertificateRequest;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class InProcessCertificateAuthorityTest extends CertificateAuthorityTest<InProcessCertificateAuthority> {
    @Override
    InProcessCertificateAuthority open(Path folder) throws Exception {
        return InProcessCertificateAuthority.open(
                folder, new MspId("MembershipMSP"), Clock.systemUTC(), Requests.RANDOM);
    }

    @Override
    void close(InProcessCertificateAuthority opened) {
        opened.close();
    }

    @Test
    void request_that_names_nobody_is_issued_to_under_the_orders_name() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key()) {
            var request = ProvenRequest.of(CertificateRequest.of(key));

            var certificate = authority.issue(Requests.patient(name, request));

            assertEquals(
                    "CN=" + name + ",OU=client",
                    certificate.getSubjectX500Principal().getName());
        }
    }
}
