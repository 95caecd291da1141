// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.record.member.Member;

/** How far somebody is in allowing a clinician of her own accord, and what is chosen so far. It names the clinician, and nothing of the record. */
public record AllowProgress(AllowStep step, Member clinician, PermissionDraft draft) {}
