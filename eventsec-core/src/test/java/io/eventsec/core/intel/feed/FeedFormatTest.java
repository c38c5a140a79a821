package io.eventsec.core.intel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json | {\"type\": \"bundle\", \"objects\": [ | STIX",
        "a.json | \ufeff [{\"type\": \"indicator\" | STIX",
        "a.json | {\"Event\": {\"info\": | MISP",
        "a | [{\"info\": \"x\", \"Orgc\": {} | MISP",
        "a.CSV | ip,name | CSV",
        "a.tsv | [x | CSV",
        "a.txt | 192.0.2.1 | LIST",
        "a.txt | '' | LIST"
      })
  void format_isTold(String name, String beginning, FeedFormat format) {
    assertThat(FeedFormat.ofLook(name, beginning.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(format);
  }

  @Test
  void reader_wantsASource() {
    for (FeedFormat format : FeedFormat.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> format.reader(" ", ImportLimits.DEFAULT))
          .withMessage("Source ' ': use 1 to 100 characters");
    }
  }
}
