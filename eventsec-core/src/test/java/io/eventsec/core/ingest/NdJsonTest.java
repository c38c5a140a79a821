package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdJsonTest {

  @Test
  void each_blankLinesAndReturns_areNoRecords() {
    assertThat(records("a\r\n\n  \t\r\nb\n\r\nc")).containsExactly("0:a", "1:b", "2:c");
  }

  @Test
  void each_returnInsideALine_staysInTheRecord() {
    assertThat(records("a\rb\r\r\n")).containsExactly("0:a\rb\r");
  }

  @Test
  void each_byteOrderMark_isSkippedAtTheStartOnly() {
    assertThat(records("\uFEFF{}\n\uFEFF{}")).containsExactly("0:{}", "1:\uFEFF{}");
  }

  @Test
  void count_ofNothing_isZero() {
    assertThat(NdJson.count(new byte[0])).isZero();
    assertThat(NdJson.count("\n\n \r\n".getBytes(StandardCharsets.UTF_8))).isZero();
  }

  private static List<String> records(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    List<String> records = new ArrayList<>();
    int count =
        NdJson.each(
            payload,
            (index, offset, length) ->
                records.add(
                    index + ":" + new String(payload, offset, length, StandardCharsets.UTF_8)));
    assertThat(count).isEqualTo(records.size()).isEqualTo(NdJson.count(payload));
    return records;
  }
}
