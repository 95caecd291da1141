// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every text that a user can see, by key ({@code screen.element}), in her language, as {@link MessageFormat} patterns.
 *
 * <p>Texts of the kit are always included. A missing key is an error wherever assertions are enabled, so in every
 * test; elsewhere it is logged and the key is shown. Every text is a pattern, so write ’ for an apostrophe.
 */
public final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final String KIT = "aegle.desktop.texts";

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    private Messages(Locale locale, List<ResourceBundle> bundles) {
        this.locale = locale;
        this.bundles = bundles;
    }

    /**
     * Load texts; a language without a bundle reads English.
     *
     * @param bundles base names, for instance {@code aegle.wallet.texts}; earlier ones win
     */
    public static Messages load(Locale locale, String... bundles) {
        ResourceBundle.Control noDefaultLocale =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Messages(
                locale,
                Stream.concat(Stream.of(bundles), Stream.of(KIT))
                        .map(name -> ResourceBundle.getBundle(name, locale, noDefaultLocale))
                        .toList());
    }

    /** The text of {@code key} with {@code arguments} put in; numbers in the user's locale. */
    public String text(String key, Object... arguments) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return new MessageFormat(bundle.getString(key), locale).format(arguments);
            }
        }
        assert false : new MissingResourceException("no text for " + key, bundles.toString(), key);
        LOG.error("no text for {}", key);
        return key;
    }

    /** The language that the user reads. */
    public Locale locale() {
        return locale;
    }
}
