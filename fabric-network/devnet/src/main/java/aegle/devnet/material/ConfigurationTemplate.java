// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file with places to fill in, such as {@code ${port}}. Lies beside the classes, readable as it is. */
public final class ConfigurationTemplate {
    private static final String FOLDER = "/aegle/devnet/";
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z0-9-]+)}");

    private final String name;
    private final String text;

    private ConfigurationTemplate(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Read a template.
     *
     * @throws IOException if there is none of that name
     */
    public static ConfigurationTemplate named(String name) throws IOException {
        try (var stream = ConfigurationTemplate.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IOException("this build lacks the template " + name);
            }
            return new ConfigurationTemplate(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Fill in every place.
     *
     * @throws IllegalArgumentException if a place has no value, or a value no place
     */
    public String filled(Map<String, String> values) {
        var unused = new TreeSet<>(values.keySet());
        String filled = PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException(name + ": no value for " + place.group());
            }
            unused.remove(place.group(1));
            return Matcher.quoteReplacement(value);
        });
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(name + " has no place for " + unused);
        }
        return filled;
    }

    /** Fill in every place and write the file, readable for its owner only. */
    public void write(Path file, Map<String, String> values) throws IOException {
        OwnerFile.write(file, filled(values));
    }
}
