package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Batches;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.Rejection;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as JSON that follow no schema, as a server decodes them. */
class LogJsonTest {
  private static final EventDecoder DECODER = EventDecoder.standard();
  private static final Instant TIME = Instant.parse("2026-11-24T08:15:30.250Z");

  private static DecodedBatch decoded(String line) {
    return DECODER.decode(Batches.of(line.replace('\'', '"')));
  }

  private static Event event(String line) {
    DecodedBatch decoded = decoded(line);
    assertThat(decoded.rejections()).isEmpty();
    return decoded.events().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'timestamp':'2026-11-24T08:15:30.250Z','message':'cart emptied','source_type':'file'}",
        "{'time':'2026-11-24T08:15:30.250Z','level':'INFO','msg':'cart emptied','logger':'shop'}",
        "{'ts':1795508130.25,'level':'error','msg':'cart emptied','caller':'cart.go:5'}",
        "{'time':1795508130250,'level':30,'pid':7,'hostname':'web1','msg':'cart emptied'}",
      })
  void messageWithATime_isAnEventOfThen(String line) {
    Event event = event(line);

    assertThat(event.time()).isEqualTo(TIME);
    assertThat(event.ecsFields())
        .containsEntry("message", "cart emptied")
        .containsEntry("event.dataset", "generic");
  }

  @Test
  void messageWithALevelAlone_isAnEventOfNow() {
    Event event = event("{'severity':'warning','message':'disk is nearly full'}");

    assertThat(event.time()).isEqualTo(event.receivedAt());
    assertThat(event.ecsFields()).containsEntry("log.level", "warning");
  }

  @Test
  void messageOfAKnownFormat_isReadByIt() {
    Event event =
        event(
            "{'timestamp':'2026-11-24T08:15:31Z','source_type':'file','host':'web1','message':"
                + "'Nov 24 08:15:30 web1 sshd[7]: Invalid user eve from 192.0.2.7 port 4242'}");

    assertThat(event.ecsFields())
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("user.name", "eve");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'message':'nothing beside it'}",
        "{'timestamp':'2026-11-24T08:15:30Z','weight':7}",
        "{'timestamp':'not long ago','message':'x'}",
        "{'level':'info','message':{'weight':7}}",
      })
  void withoutMessage_orWithNeitherTimeNorLevel_isADeadLetter(String line) {
    assertThat(decoded(line).rejections())
        .extracting(Rejection::cause)
        .containsExactly("format.unknown");
  }
}
