// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.member.Officer;
import java.util.List;

/** The votes for one change among the officers that has not got its majority yet. */
public record OfficerBallot(List<Officer> voters) {}
