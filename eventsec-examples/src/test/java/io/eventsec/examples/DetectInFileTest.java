package io.eventsec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.rules.SampleCapture;
import io.eventsec.rules.SampleStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectInFileTest {
  private static final Path ROOT = Path.of(System.getProperty("eventsec.root", ".."));

  @Test
  void main_sampleCapture_namesTheDownload(@TempDir Path directory) throws IOException {
    SampleStream eve = SampleCapture.recorded().get(0);
    Path log = Files.write(directory.resolve("eve.json"), eve.payload());

    assertThat(outputOf(log))
        .contains("2026-11-23T08:31:13.372604Z Executable Fetched over Plain HTTP");
  }

  @Test
  void readme_quotesTheExample() throws IOException {
    String source =
        Files.readString(
            ROOT.resolve("eventsec-examples/src/main/java/io/eventsec/examples/DetectInFile.java"));
    String example =
        source.substring(source.indexOf("// tag::embed[]") + 16, source.indexOf("// end::embed[]"));

    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains(example.stripIndent().stripTrailing());
  }

  private static String outputOf(Path log) throws IOException {
    PrintStream console = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      DetectInFile.main(new String[] {log.toString()});
    } finally {
      System.setOut(console);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }
}
