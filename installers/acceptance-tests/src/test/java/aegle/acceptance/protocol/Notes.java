// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a program's process was told, written down before it goes on, so that a kill takes nothing of it away. */
record Notes(Path file) {

    /** Something that happened to a thing, now. */
    void note(String event, String thing) {
        try {
            Files.writeString(
                    file,
                    event + " " + thing + " " + Instant.now() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Note> all() {
        try {
            var notes = new ArrayList<Note>();
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.split(" ", -1);
                notes.add(new Note(words[0], words[1], Instant.parse(words[2])));
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Note> of(String event) {
        return all().stream().filter(note -> note.event().equals(event)).toList();
    }

    /** When it happened to that thing for the first time, if it did. */
    Optional<Instant> when(String event, String thing) {
        return of(event).stream()
                .filter(note -> note.thing().equals(thing))
                .map(Note::time)
                .findFirst();
    }

    record Note(String event, String thing, Instant time) {}
}
