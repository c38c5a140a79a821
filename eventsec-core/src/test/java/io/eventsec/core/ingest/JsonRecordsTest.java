package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"a\":1},~ {\"b\":[2]}] | {\"a\":1}~{\"b\":[2]}~",
        "{ \"Records\": [ {\"a\":1.50}, 7 ] } | {\"a\":1.50}~7~",
        "{\"records\":[{\"a\":1}]}~{\"records\":[{\"a\":2},{\"a\":3}]} | {\"a\":1}~{\"a\":2}~{\"a\":3}~",
        "{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1\",\"subscriptionFilters\":[\"f\"],\"logEvents\":"
            + "[{\"id\":\"7\",\"message\":\"m\"}]} | {\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1\","
            + "\"id\":\"7\",\"message\":\"m\"}~",
        "{\"messageType\":3,\"b\":{\"c\":1.50}} | {\"messageType\":3,\"b\":{\"c\":1.50}}~",
        "{\"messageType\":\"CONTROL_MESSAGE\",\"owner\":\"1\"}"
            + " | {\"messageType\":\"CONTROL_MESSAGE\",\"owner\":\"1\"}~",
        "[] | ''",
        "[{\"a\":1}]~{\"b\":{\"c\":1.50}}~{}~[{\"d\":4}] | {\"a\":1}~{\"b\":{\"c\":1.50}}~{}~{\"d\":4}~",
      })
  void lines_haveARecordEach(String written, String lines) throws IOException {
    String text = written.replace('~', '\n');
    assertThat(JsonRecords.holds(bytes(text))).isTrue();
    assertThat(new String(JsonRecords.lines(bytes(text), 1000), StandardCharsets.UTF_8))
        .isEqualTo(lines.replace('~', '\n'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[",
        "[27/Nov/2026:08:15:30] x",
        "[[main]] INFO started",
        "[{main}] started",
        "{\"Recorded\":1}",
        "{\"messageType",
        "{}",
        "text",
        "{\"a\":[]}"
      })
  void otherText_holdsNone(String text) {
    assertThat(JsonRecords.holds(bytes(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1}",
        "[{\"a\":1} {\"b\":2}]",
        "[{\"a\":}]",
        "{\"Records\":{}}",
        "{\"records\":7}",
        "[{\"a\":1}] text",
        "{\"Records\":[],\"more\":1}"
      })
  void brokenValue_isRefused(String text) {
    assertThatThrownBy(() -> JsonRecords.lines(bytes(text), 1000)).isInstanceOf(IOException.class);
  }

  @Test
  void moreThanAllowed_isRefused() {
    assertThatThrownBy(() -> JsonRecords.lines(bytes("[{\"a\":\"" + "x".repeat(2000) + "\"}]"), 99))
        .isInstanceOf(JsonRecords.TooManyBytesException.class)
        .hasMessageContaining("99");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
