// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file with places to fill in, such as {@code ${port}}. Lies beside the classes, readable as it is. */
public final class ConfigurationTemplate {
    private static final String FOLDER = "/aegle/devnet/";
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z0-9-]+)}");

    private static final Pattern QUOTED = Pattern.compile("^'(.*)'$");

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

    /** Fill in every place and read it as an environment: a line for each variable, {@code NAME=value}, as systemd reads it. */
    public Map<String, String> environment(Map<String, String> values) {
        var environment = new TreeMap<String, String>();
        filled(values)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    if (equals < 0) {
                        throw new IllegalArgumentException(name + ": a line is no NAME=value");
                    }
                    environment.put(
                            line.substring(0, equals),
                            QUOTED.matcher(line.substring(equals + 1)).replaceFirst("$1"));
                });
        return environment;
    }

    /** Fill in every place and write the file, readable for its owner only. */
    public void write(Path file, Map<String, String> values) throws IOException {
        OwnerFile.write(file, filled(values));
    }
}
