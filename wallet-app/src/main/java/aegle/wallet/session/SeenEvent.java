// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.record.access.AccessEvent;
import aegle.record.member.Member;
import aegle.record.permission.Permission;
import java.util.Optional;

/** One look, upload or refusal together with the clinician and the permission that it relied on. */
public record SeenEvent(AccessEvent event, Member clinician, Optional<Permission> permission) {}
