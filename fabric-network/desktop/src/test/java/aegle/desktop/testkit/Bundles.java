// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.testkit;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** Compares the texts of a program in English and in other languages. */
public final class Bundles {
    private Bundles() {}

    /** Name keys that only one language has, patterns that do not parse, other arguments, and straight apostrophes. */
    public static List<String> problems(String bundle, Locale... translations) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT, exact);
        List<String> problems = new ArrayList<>(patternProblems(english));
        for (Locale locale : translations) {
            ResourceBundle translated = ResourceBundle.getBundle(bundle, locale, exact);
            problems.addAll(patternProblems(translated));
            Set<String> keys = new TreeSet<>(english.keySet());
            keys.addAll(translated.keySet());
            for (String key : keys) {
                if (!english.containsKey(key) || !own(translated).contains(key)) {
                    problems.add(locale + ": only in one language: " + key);
                } else if (arguments(english.getString(key)) != arguments(translated.getString(key))) {
                    problems.add(locale + ": other arguments: " + key);
                }
            }
        }
        return problems;
    }

    private static List<String> patternProblems(ResourceBundle texts) {
        List<String> problems = new ArrayList<>();
        for (String key : texts.keySet()) {
            String text = texts.getString(key);
            if (text.indexOf('\'') >= 0) {
                problems.add("straight apostrophe, which a pattern swallows: " + key);
            }
            try {
                arguments(text);
            } catch (IllegalArgumentException e) {
                problems.add("no pattern: " + key + ", " + e.getMessage());
            }
        }
        return problems;
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    /** The keys of a bundle itself, without those that it takes over from English. */
    private static Set<String> own(ResourceBundle bundle) {
        Set<String> keys = new TreeSet<>();
        if (bundle instanceof java.util.PropertyResourceBundle properties) {
            for (String key : properties.keySet()) {
                if (properties.handleGetObject(key) != null) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }
}
