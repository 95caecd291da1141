// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** Reads the data files beside this package; a missing or unknown field is an error, for the files are ours. */
final class CaseResource {
    private CaseResource() {}

    static <T> T read(String name, Class<T> type) {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .addModule(new SimpleModule().addDeserializer(LocalDate.class, new IsoDate()))
                .build();
        try (var in = CaseResource.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new FileNotFoundException(name + ".json");
            }
            return mapper.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("sample data " + name, e);
        }
    }

    private static final class IsoDate extends StdDeserializer<LocalDate> {
        private static final long serialVersionUID = 1;

        IsoDate() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return LocalDate.parse(parser.getText());
        }
    }
}
