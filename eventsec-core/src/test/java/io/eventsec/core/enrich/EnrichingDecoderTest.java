package io.eventsec.core.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EnrichingDecoderTest {
  private static final RawBatch THREE = Batches.of("{\"n\":1}\n{\"n\":2}\nbad\n{\"n\":3}\n");
  private static final EventDecoder DECODER = EventDecoder.ofAnyJson();

  private static EnrichmentStage stage(String name, UnaryOperator<Event> how) {
    return new EnrichmentStage() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Event enrich(Event event) {
        return how.apply(event);
      }
    };
  }

  private static Event with(Event event, String field, Object value) {
    return event.toBuilder().ecs(field, value).build();
  }

  @Test
  void stages_runOneAfterAnother_andRejectionsStay() {
    EnrichingDecoder decoder =
        new EnrichingDecoder(
            DECODER,
            List.of(
                stage("one", event -> with(event, "tags", "a")),
                stage(
                    "two", event -> with(event, "message", event.ecsFields().get("tags") + "b"))));

    DecodedBatch decoded = decoder.decode(THREE);

    assertThat(decoded.rejections()).hasSize(1);
    assertThat(decoded.events())
        .hasSize(3)
        .allSatisfy(
            event -> {
              assertThat(event.ecsFields()).containsEntry("message", "ab");
              assertThat(event.has("error.message")).isFalse();
            });
    assertThat(decoder.decode(THREE)).isEqualTo(decoded);
  }

  @Test
  void failingStage_marksTheEventAndLetsItPass() {
    EnrichingDecoder decoder =
        new EnrichingDecoder(
            DECODER,
            List.of(
                stage("early", event -> with(event, "error.message", "sender's")),
                stage(
                    "broken",
                    event -> {
                      if (Long.valueOf(2).equals(event.value("n"))) {
                        throw new IllegalStateException("no database");
                      }
                      return event;
                    })));

    List<Event> events = decoder.decode(THREE).events();

    assertThat(events.get(0).ecsFields()).containsEntry("error.message", "sender's");
    assertThat(events.get(1).ecsFields().get("error.message"))
        .isEqualTo(
            List.of(
                "sender's",
                "enrichment broken failed: java.lang.IllegalStateException: no database"));
    EnrichmentStatistics broken = decoder.statistics().get(1);
    assertThat(broken.seen()).isEqualTo(3);
    assertThat(broken.failed()).isEqualTo(1);
    assertThat(broken.changed()).isZero();
    assertThat(decoder.statistics().get(0).changed()).isEqualTo(3);
  }

  @Test
  void lateStage_isLeftOutForTheRestOfTheBatch() {
    AtomicLong clock = new AtomicLong();
    EnrichingDecoder decoder =
        new EnrichingDecoder(
            DECODER,
            List.of(
                stage(
                    "slow",
                    event -> {
                      clock.addAndGet(Duration.ofSeconds(6).toNanos());
                      return with(event, "tags", "slow");
                    })),
            Duration.ofSeconds(10),
            clock::get);

    for (int batch = 0; batch < 2; batch++) {
      List<Event> events = decoder.decode(THREE).events();

      assertThat(events).extracting(event -> event.has("tags")).containsExactly(true, true, false);
      assertThat(events.get(2).ecsFields())
          .containsEntry(
              "error.message",
              "enrichment slow was left out, since it took too long for the events before");
    }
    assertThat(decoder.statistics())
        .containsExactly(
            new EnrichmentStatistics("slow", 6, 4, 0, 2, Duration.ofSeconds(24).toNanos()));
  }

  @Test
  void event_thatOneIsMadeOf_staysAsItWas() {
    Event event = DECODER.decode(THREE).events().get(0);

    Event changed = event.toBuilder().ecs("tags", "a").nativeField("n", 7L).build();

    assertThat(event.has("tags")).isFalse();
    assertThat(event.value("n")).isEqualTo(1L);
    assertThat(changed.value("n")).isEqualTo(7L);
    assertThat(changed.place()).isEqualTo(event.place());
    assertThat(changed.original()).isEqualTo(event.original());
    assertThat(event.toBuilder().build()).isEqualTo(event);
  }
}
