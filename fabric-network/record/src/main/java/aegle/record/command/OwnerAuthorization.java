// SPDX-License-Identifier: Apache-2.0

package aegle.record.command;

import java.time.Instant;

/** The second argument of an owner's call: until when the command may be carried out, and her signature over it. */
public record OwnerAuthorization(Instant notAfter, TaggedSignature signature) {}
