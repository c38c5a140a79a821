package io.eventsec.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir Path directory;

  @Test
  void packedFile_isReadAndIdentifiedAsItsContent() throws IOException {
    Path plain = Files.writeString(directory.resolve("eve.json"), "{\"a\":1}\n");
    Path packed = directory.resolve("eve.json.1");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("{\"a\":1}\n".getBytes(UTF_8));
    }

    assertThat(new InputFile(packed).identity()).isEqualTo(new InputFile(plain).identity());
    try (RecordReader records = new InputFile(packed).records()) {
      assertThat(records.next())
          .hasValueSatisfying(r -> assertThat(r).asString().isEqualTo("{\"a\":1}"));
    }
  }

  @Test
  void filesThatBeginAlike_areDifferent() throws IOException {
    String head = "#separator \\x09\n".repeat(10_000);
    Path one = Files.writeString(directory.resolve("one"), head + "a\n");
    Path other = Files.writeString(directory.resolve("other"), head + "b\n");

    assertThat(new InputFile(one).identity().key())
        .isNotEqualTo(new InputFile(other).identity().key());
  }

  @Test
  void grownFile_isStillKnownByItsBeginning() throws IOException {
    Path log = Files.writeString(directory.resolve("eve.json"), "{\"a\":1}\n");
    ContentIdentity first = new InputFile(log).identity();
    Files.writeString(log, "{\"a\":1}\n{\"a\":2}\n");

    assertThat(new InputFile(log).identity()).isNotEqualTo(first);
    assertThat(new InputFile(log).identity(first.length())).isEqualTo(first);
  }

  @Test
  void emptyFile_hasNoRecords() throws IOException {
    Path log = Files.createFile(directory.resolve("empty"));

    try (RecordReader records = new InputFile(log).records()) {
      assertThat(records.next()).isEmpty();
    }
  }
}
