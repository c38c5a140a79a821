package io.eventsec.cli.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkStoreTest {
  private static final Sample SAMPLE = Sample.of(new byte[] {1, 2, 3});
  private static final Mark BEGUN =
      new Mark(
          "ship-1",
          17,
          "/var/log/a b\u00fc.json",
          new FileKey(-5, 99),
          SAMPLE,
          Position.START,
          Optional.empty());
  private static final Position AT = new Position(70, 3, Kind.ZEEK, 20, true, SAMPLE);

  private final Path directory;

  MarkStoreTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void marks_areAsTheyWere() throws IOException {
    Mark pending = BEGUN.takenTo(AT).sending(new Position(80, 4, Kind.AUDIT, 0, false, SAMPLE));
    try (MarkStore store = MarkStore.open(directory)) {
      store.save(BEGUN);
      store.save(pending);
    }

    try (MarkStore store = MarkStore.open(directory)) {
      assertThat(store.load()).extracting(MarkStore.Saved::mark).containsExactly(pending);
      store.delete(pending);
      assertThat(store.load()).isEmpty();
    }
  }

  @Test
  void draftThatWasNeverMoved_isNoMark() throws IOException {
    try (MarkStore store = MarkStore.open(directory)) {
      store.save(BEGUN);
      Files.writeString(directory.resolve("ship-1.new"), "{\"orig");

      assertThat(store.load()).hasSize(1);
    }
  }

  @Test
  void markThatCannotBeRead_isToldOf_andNotTakenForNone() throws IOException {
    try (MarkStore store = MarkStore.open(directory)) {
      store.save(BEGUN.takenTo(AT));
      Path file = directory.resolve("ship-1.json");
      String text = Files.readString(file);
      for (String broken :
          new String[] {
            "",
            "[]",
            text.replace("\"offset\":70", "\"offset\":-1"),
            text.replace("ZEEK", "PIG"),
            text.replace("\"offset\":70", "\"offset\":2"),
            text.replace("\"inode\":99,", "")
          }) {
        Files.writeString(file, broken);
        assertThatThrownBy(store::load)
            .as(broken)
            .isInstanceOf(CommandFailedException.class)
            .hasMessageContaining("ship-1.json");
      }
    }
  }

  @Test
  void directory_isForOneAtATime() throws IOException {
    try (MarkStore store = MarkStore.open(directory)) {
      assertThat(store.load()).isEmpty();
      assertThatThrownBy(() -> MarkStore.open(directory))
          .isInstanceOf(CommandFailedException.class)
          .hasMessageContaining("another eventsec ship");
    }
  }
}
