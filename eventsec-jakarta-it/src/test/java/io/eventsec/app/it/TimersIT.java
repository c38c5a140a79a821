package io.eventsec.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timers as the API tells of them. */
class TimersIT {

  @BeforeEach
  void ready() {
    Await.ready();
  }

  @Test
  void everyTimer_runsByItself_andTellsHowItWent() {
    Client admin = Client.administrator();
    JsonNode timers =
        Await.until(
            () -> admin.get("/api/v1/timers").json().path("items"),
            items ->
                items.size() >= 3
                    && StreamSupport.stream(items.spliterator(), false)
                        .allMatch(timer -> timer.hasNonNull("lastRun")));
    assertThat(timers.findValuesAsText("name")).contains("outbox", "retention", "watchdog");
    for (JsonNode timer : timers) {
      assertThat(timer.at("/lastRun/outcome").asText()).as(timer.toString()).isEqualTo("succeeded");
      assertThat(timer.at("/lastRun/report").asText()).as(timer.toString()).isNotEmpty();
      assertThat(timer.get("nextRunAt").asText()).isNotEmpty();
    }
  }

  @Test
  void administrator_hasATimerRun_andNobodyElseMay() {
    Client admin = Client.administrator();
    String before = lastRun(admin, "retention");
    assertThat(admin.post("/api/v1/timers/retention/run", "").status()).isEqualTo(202);
    Await.until(() -> lastRun(admin, "retention"), now -> !now.equals(before));
    assertThat(admin.post("/api/v1/timers/paint/run", "").status()).isEqualTo(404);
    assertThat(Client.anonymous().post("/api/v1/timers/retention/run", "").status()).isEqualTo(401);
    assertThat(Client.sensor().get("/api/v1/timers").status()).isIn(401, 403);
  }

  private static String lastRun(Client admin, String name) {
    for (JsonNode timer : admin.get("/api/v1/timers").json().path("items")) {
      if (timer.get("name").asText().equals(name)) {
        return timer.at("/lastRun/finishedAt").asText();
      }
    }
    return "";
  }
}
