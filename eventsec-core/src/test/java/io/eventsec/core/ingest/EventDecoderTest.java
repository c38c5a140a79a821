package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.ingest.format.FormatMapping;
import io.eventsec.core.ingest.format.SuricataEve;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDecoderTest {
  private static final String GOOD =
      "{\"timestamp\":\"2026-11-24T08:00:00.5+0100\",\"event_type\":\"flow\",\"src_ip\":\"192.0.2.1\"}";
  private final EventDecoder decoder = EventDecoder.standard();

  @Test
  void decode_badLineAmongGoodOnes_rejectsOnlyThatLine() {
    RawBatch batch = Batches.of(GOOD + "\n{\"event_type\":\n\n" + GOOD + "\n");

    DecodedBatch decoded = decoder.decode(batch);

    assertThat(decoded.events()).hasSize(2);
    assertThat(decoded.events().get(1).id()).isEqualTo(EventId.of(batch.origin(), 2));
    assertThat(decoded.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.eventId()).isEqualTo(EventId.of(batch.origin(), 1));
              assertThat(rejection.cause()).isEqualTo("json.syntax");
              assertThat(rejection.raw()).isEqualTo("{\"event_type\":");
              assertThat(rejection.stage()).isEqualTo(Rejection.Stage.PARSE);
            });
  }

  @Test
  void decode_goodLine_keepsOriginalTimeAndReceipt() {
    Event event = only(GOOD);

    assertThat(event.original()).isEqualTo(GOOD);
    assertThat(event.time()).isEqualTo("2026-11-24T07:00:00.5Z");
    assertThat(event.receivedAt()).isEqualTo(Batches.RECEIVED);
    assertThat(event.nativeFields()).containsEntry("src_ip", "192.0.2.1");
  }

  @Test
  void decode_objectsAndArrays_becomeFlatMultiValuedFields() {
    Event event =
        only(
            "{\"event_type\":\"x\",\"flow_id\":18446744073709551615,\"a\":{\"b\":[{\"c\":1},{\"c\":[2,[3]]}],"
                + "\"n\":null,\"e\":[],\"o\":{}},\"d\":1.5,\"t\":true,\"d\":\"again\"}");

    assertThat(event.nativeFields())
        .containsEntry("flow_id", "18446744073709551615")
        .containsEntry("a.b.c", List.of(1L, 2L, 3L))
        .containsEntry("d", List.of(1.5, "again"))
        .containsEntry("t", true)
        .doesNotContainKeys("a.n", "a.e", "a.o");
  }

  @Test
  void decode_numberBeyondDouble_staysText() {
    assertThat(only("{\"event_type\":\"x\",\"flow_id\":1,\"n\":1e999}").value("n"))
        .isEqualTo("1e999");
  }

  @Test
  void decode_halfACharacter_isReplaced() {
    assertThat(
            only("{\"event_type\":\"x\",\"flow_id\":1,\"n\":\"a\\ud800b\\ud83d\\ude00\"}")
                .value("n"))
        .isEqualTo("a\uFFFDb\uD83D\uDE00");
  }

  @Test
  void decode_zeroCharacter_isReplacedInNamesAndValues() {
    assertThat(
            only("{\"event_type\":\"x\",\"flow_id\":1,\"a\\u0000b\":\"c\\u0000\"}")
                .value("a\uFFFDb"))
        .isEqualTo("c\uFFFD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | format.unknown",
        "{\"a\":1} {\"b\":2} | json.syntax",
        "{\"a\":NaN} | json.syntax",
        "{\"a\":1 | json.syntax",
        "[1] | json.not-object",
        "\"text\" | json.not-object",
        "null | json.not-object",
        "{} | format.unknown",
        "{\"colour\":\"blue\"} | format.unknown",
      })
  void decode_badRecord_isRejectedWithCause(String record, String cause) {
    assertThat(rejection(record).cause()).isEqualTo(cause);
  }

  @Test
  void decode_unknownFormat_saysWhatWasSeenAndWhatExists() {
    assertThat(rejection("{\"colour\":\"blue\",\"size\":{\"x\":1}}").reason())
        .contains("colour, size.x", "suricata-eve", "zeek-json");
    assertThat(
            decoder
                .decode(Batches.of("paper", GOOD.getBytes(StandardCharsets.UTF_8)))
                .rejections()
                .get(0)
                .reason())
        .contains("'paper'", "suricata-eve");
  }

  @Test
  void decode_deepNesting_isRejected() {
    String deep = "{\"a\":".repeat(64) + "1" + "}".repeat(64);
    assertThat(rejection("{\"a\":" + deep + "}").cause()).isEqualTo("json.too-deep");
    assertThat(rejection("{\"a\":" + "[".repeat(100_000)).cause()).isEqualTo("json.too-deep");
    assertThat(rejection(deep).cause()).isEqualTo("format.unknown");
  }

  @Test
  void decode_tooManyFieldsOrValues_isRejected() {
    StringBuilder fields = new StringBuilder("{\"f\":1");
    for (int i = 0; i < 2_000; i++) {
      fields.append(",\"f").append(i).append("\":1");
    }
    assertThat(rejection(fields + "}").cause()).isEqualTo("record.too-many-fields");
    assertThat(rejection("{\"a\":[" + "1,".repeat(20_000) + "1]}").cause())
        .isEqualTo("record.too-many-values");
  }

  @Test
  void decode_longNames_areRejected() {
    String half = "x".repeat(600);
    assertThat(rejection("{\"" + half + "\":{\"" + half + "\":1}}").cause())
        .isEqualTo("record.name-too-long");
    assertThat(rejection("{\"" + half + half + "\":1}").cause()).isEqualTo("json.limit");
  }

  @Test
  void decode_longNameThatComesAgain_isRejectedAgain() {
    String half = "x".repeat(600);
    String line = "{\"" + half + "\":{\"" + half + "\":1}}\n";
    DecodedBatch decoded = decoder.decode(Batches.of(line + line));
    assertThat(decoded.rejections())
        .extracting(Rejection::cause)
        .containsExactly("record.name-too-long", "record.name-too-long");
  }

  @Test
  void decode_moreNamesThanAreRemembered_areAllKept() {
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < 10; line++) {
      lines.append(GOOD, 0, GOOD.length() - 1);
      for (int i = 0; i < 400; i++) {
        lines
            .append(",\"n")
            .append(line)
            .append("\":{\"f")
            .append(i)
            .append("\":")
            .append(i)
            .append('}');
      }
      lines.append("}\n");
    }
    DecodedBatch decoded = decoder.decode(Batches.of(lines.toString()));
    assertThat(decoded.rejections()).isEmpty();
    for (int line = 0; line < 10; line++) {
      for (int i = 0; i < 400; i++) {
        assertThat(decoded.events().get(line).value("n" + line + ".f" + i)).isEqualTo((long) i);
      }
    }
  }

  @Test
  void decode_longLine_isRejectedWhole() {
    String line = "{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}";
    Rejection rejection = rejection(line);
    assertThat(rejection.cause()).isEqualTo("record.too-long");
    assertThat(rejection.raw()).isEqualTo(line);
  }

  @Test
  void decode_malformedUtf8_isRejectedButReplacementCharacterIsNot() {
    byte[] payload = GOOD.replace("flow", "fl\u00e9w").getBytes(StandardCharsets.ISO_8859_1);
    DecodedBatch decoded = decoder.decode(Batches.of(RawBatch.AUTO, payload));
    assertThat(decoded.rejections()).extracting(Rejection::cause).containsExactly("utf8.malformed");

    assertThat(only(GOOD.replace("flow", "fl\uFFFDw")).value("event_type")).isEqualTo("fl\uFFFDw");
  }

  @Test
  void decode_formatThatBreaks_rejectsTheRecord() {
    EventFormat broken =
        new EventFormat() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public boolean recognises(NativeRecord nativeRecord) {
            throw new IllegalStateException("out of order");
          }

          @Override
          public void normalise(NativeRecord nativeRecord, Event.Builder event) {
            // never reached
          }
        };
    DecodedBatch decoded = EventDecoder.builder().format(broken).build().decode(Batches.of(GOOD));

    assertThat(decoded.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.cause()).isEqualTo("format.failed");
              assertThat(rejection.reason()).contains("out of order");
            });
  }

  @Test
  void version_changesWithTheFormatsAndWhatTheySayOfThemselves() {
    String standard = EventDecoder.standard().version();
    assertThat(standard).matches("[0-9][^/]*/[0-9a-f]{8}");
    assertThat(EventDecoder.standard().version()).isEqualTo(standard);
    assertThat(withMapping("a: b").version()).isNotIn(standard, withMapping("a: c").version());
    assertThat(withMapping("a: b").version()).isEqualTo(withMapping("a: b").version());
  }

  private static EventDecoder withMapping(String value) {
    String yaml = "{name: m, records: json, look: [x], values: {event." + value + "}}";
    return EventDecoder.builder()
        .standardFormats()
        .format(FormatMapping.read("m.yml", yaml.replace("event.a", "event.action")))
        .build();
  }

  @Test
  void builder_sameNameTwice_namesBoth() {
    assertThatThrownBy(() -> EventDecoder.builder().standardFormats().format(new SuricataEve()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'suricata-eve'");
  }

  private Event only(String line) {
    DecodedBatch decoded = decoder.decode(Batches.of(line));
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }

  private Rejection rejection(String line) {
    DecodedBatch decoded = decoder.decode(Batches.of(line));
    assertThat(decoded.events()).isEmpty();
    return decoded.rejections().get(0);
  }
}
