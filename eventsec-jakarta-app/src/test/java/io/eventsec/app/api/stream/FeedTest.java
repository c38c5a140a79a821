package io.eventsec.app.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.alert.Entities;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.alert.AlertSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FeedTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<AlertSummary> stored = new ArrayList<>();
  private final Feed feed = new Feed(new StoredAlerts(), () -> now);

  @Test
  void newClient_hearsOfWhatComesAfter() {
    stored.add(alert(1, 1));
    Client client = new Client();
    feed.join(client.follower, -1);
    assertThat(client.heard()).containsExactly("ping");
    stored.add(alert(2, 1));
    feed.look();
    feed.look();
    assertThat(client.heard()).containsExactly("ping", "alert 2");
  }

  @Test
  void returningClient_missesNothingAndHearsNothingTwice() {
    Client first = new Client();
    feed.join(first.follower, -1);
    stored.add(alert(1, 1));
    feed.look();
    stored.add(alert(2, 1));
    Client returning = new Client();
    feed.join(returning.follower, 0);
    feed.look();
    assertThat(returning.heard()).containsExactly("ping", "alert 1", "alert 2");
    assertThat(first.heard()).containsExactly("ping", "alert 1", "alert 2");
  }

  @Test
  void change_isToldAsAChange_andAsAWholeAlertToWhoMayNotKnowIt() {
    Client client = new Client();
    feed.join(client.follower, -1);
    now = now.plus(Duration.ofMinutes(1));
    feed.look();
    stored.add(alert(5, 2));
    feed.look();
    Client returning = new Client();
    feed.join(returning.follower, 3);
    assertThat(client.heard()).contains("status 5");
    assertThat(returning.heard()).containsExactly("ping", "alert 5");
  }

  @Test
  void changeOfAYoungAlert_isToldAsAChangeOnlyToWhoKnowsIt() {
    Client client = new Client();
    feed.join(client.follower, -1);
    stored.add(raised(1, 1, now, 1));
    feed.look();
    stored.set(0, raised(2, 1, now, 2));
    stored.add(raised(3, 2, now, 2));
    feed.look();
    assertThat(client.heard()).containsExactly("ping", "alert 1", "status 2", "alert 3");
  }

  @Test
  void silence_isBrokenByPings() {
    Client client = new Client();
    feed.join(client.follower, -1);
    now = now.plusSeconds(15);
    feed.look();
    feed.look();
    assertThat(client.heard()).containsExactly("ping", "ping");
  }

  @Test
  void endedSession_endsTheStream() {
    Client client = new Client();
    feed.join(client.follower, -1);
    client.signedIn = false;
    now = now.plusSeconds(6);
    feed.look();
    assertThat(client.open).isFalse();
    feed.look();
    assertThat(feed.size()).isZero();
  }

  @Test
  void slowClient_isDroppedAndTheOthersAreNot() {
    Client slow = new Client();
    slow.reads = false;
    Client quick = new Client();
    feed.join(slow.follower, -1);
    feed.join(quick.follower, -1);
    for (int i = 1; i <= 1100; i++) {
      stored.add(alert(i, 1));
    }
    for (int i = 0; i < 4; i++) {
      feed.look();
    }
    assertThat(slow.open).isFalse();
    assertThat(quick.open).isTrue();
    assertThat(quick.messages).hasSize(1101);
  }

  private AlertSummary alert(long seq, int revision) {
    return raised(seq, seq, revision == 1 ? now : now.minus(Duration.ofHours(1)), revision);
  }

  private static AlertSummary raised(long seq, long id, Instant at, int revision) {
    return new AlertSummary(
        new AlertId(String.format("%032x", id)),
        Tenant.DEFAULT,
        seq,
        new RuleRef("rule", "1"),
        "Title",
        Severity.HIGH,
        AlertStatus.OPEN,
        "source",
        at,
        at,
        1,
        at,
        new Entities(List.of(), List.of(), List.of()),
        revision);
  }

  private final class StoredAlerts implements Feed.Source {
    @Override
    public long last() {
      return stored.isEmpty() ? 0 : stored.get(stored.size() - 1).seq();
    }

    @Override
    public List<AlertSummary> since(long seq, int limit) {
      return stored.stream().filter(alert -> alert.seq() > seq).limit(limit).toList();
    }
  }

  private final class Client {
    private final List<Message> messages = new ArrayList<>();
    private boolean open = true;
    private boolean reads = true;
    private boolean signedIn = true;
    private final Follower follower =
        new Follower(
            new Follower.Connection(this::receive, () -> open, () -> open = false),
            () -> signedIn,
            now);

    private CompletableFuture<Void> receive(Message message) {
      messages.add(message);
      return reads ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
    }

    private List<String> heard() {
      return messages.stream()
          .map(message -> message.name() + message.id().map(id -> " " + id).orElse(""))
          .toList();
    }
  }
}
