// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.Octets;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.identity.WrappedKey;
import com.exceptionfactory.jagged.RecipientStanza;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The recipient stanza {@code mlkem768x25519} of an age v1 file: one argument, the encapsulation; body, the wrapped key. */
final class HybridStanza implements RecipientStanza {
    static final String TYPE = "mlkem768x25519";
    static final byte[] INFO = "age-encryption.org/mlkem768x25519".getBytes(StandardCharsets.US_ASCII);
    static final int FILE_KEY_LENGTH = 16;

    private static final int BODY_LENGTH = FILE_KEY_LENGTH + 16;

    private final WrappedKey wrapped;

    HybridStanza(WrappedKey wrapped) {
        this.wrapped = wrapped;
    }

    /** Take the wrapped key out of a stanza of this type, or refuse any other number, form or length of its parts. */
    static WrappedKey wrappedKey(RecipientStanza stanza) {
        if (stanza.getArguments().size() != 1 || stanza.getBody().length != BODY_LENGTH) {
            throw new IllegalArgumentException("a hybrid stanza has one argument and a body of 32 bytes");
        }
        String argument = stanza.getArguments().getFirst();
        byte[] encapsulation = Base64.getDecoder().decode(argument);
        boolean canonical = Base64.getEncoder()
                .withoutPadding()
                .encodeToString(encapsulation)
                .equals(argument);
        if (!canonical || encapsulation.length != EncryptionRecipient.ENCAPSULATION_LENGTH) {
            throw new IllegalArgumentException("a hybrid stanza's argument is an encapsulation in canonical base64");
        }
        return new WrappedKey(Octets.of(encapsulation), Octets.of(stanza.getBody()));
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public List<String> getArguments() {
        return List.of(Base64.getEncoder()
                .withoutPadding()
                .encodeToString(wrapped.encapsulation().bytes()));
    }

    @Override
    public byte[] getBody() {
        return wrapped.ciphertext().bytes();
    }
}
