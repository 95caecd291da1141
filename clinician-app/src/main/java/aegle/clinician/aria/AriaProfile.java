// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.aria;

import aegle.record.metadata.DocumentKind;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one hospital's exports are read: a pattern per field over the PDF's text, and the site's document types by name. There is
 * no public convention for such exports, so each hospital has its own file.
 *
 * @param fields patterns by the names in {@link ExportFields}; the first group is the value
 * @param dateFormats tried one after the other, such as {@code yyyy-MM-dd}
 * @param approvedStatus the statuses that may be uploaded; others are pending
 * @param documentTypes the site's names of document types, in small letters, and what they are on the fixed list
 */
public record AriaProfile(
        Map<String, String> fields,
        List<String> dateFormats,
        List<String> approvedStatus,
        Map<String, DocumentKind> documentTypes) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public AriaProfile {
        fields = Map.copyOf(fields);
        dateFormats = List.copyOf(dateFormats);
        approvedStatus = List.copyOf(approvedStatus);
        documentTypes = Map.copyOf(documentTypes);
        List<Pattern> patterns = fields.values().stream().map(Pattern::compile).toList();
        List<DateTimeFormatter> formats =
                dateFormats.stream().map(DateTimeFormatter::ofPattern).toList();
        if (patterns.isEmpty() || formats.isEmpty()) {
            throw new IllegalArgumentException("a profile names fields and date formats");
        }
    }

    /** The profile of the sample documents, which also fits plain ARIA exports in English. */
    public static AriaProfile standard() {
        try (InputStream in =
                Objects.requireNonNull(AriaProfile.class.getResourceAsStream("/aegle/clinician/aria-profile.json"))) {
            return JSON.readValue(in, AriaProfile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in profile cannot be read", e);
        }
    }

    /**
     * Read a hospital's own profile.
     *
     * @throws IOException if it is none
     */
    public static AriaProfile read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), AriaProfile.class);
    }

    /** What a text says about itself. */
    public ExportFields find(String text) {
        return new ExportFields(
                value("hospitalNumber", text),
                value("birthDate", text).flatMap(this::date),
                value("dateOfService", text).flatMap(this::date),
                value("documentType", text),
                value("status", text));
    }

    /** What a document type of the site is on the fixed list. */
    public Optional<DocumentKind> kind(String documentType) {
        return Optional.ofNullable(documentTypes.get(documentType.toLowerCase(Locale.ROOT)));
    }

    /** Tells whether a status lets a document be uploaded. */
    public boolean isApproved(String status) {
        return approvedStatus.stream().anyMatch(status::equalsIgnoreCase);
    }

    private Optional<String> value(String field, String text) {
        return Optional.ofNullable(fields.get(field))
                .map(pattern -> Pattern.compile(pattern, Pattern.MULTILINE).matcher(text))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1).strip())
                .filter(found -> !found.isEmpty());
    }

    private Optional<LocalDate> date(String text) {
        return dateFormats.stream()
                .flatMap(format -> parse(text, format).stream())
                .findFirst();
    }

    private static Optional<LocalDate> parse(String text, String format) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.ofPattern(format, Locale.ENGLISH)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
