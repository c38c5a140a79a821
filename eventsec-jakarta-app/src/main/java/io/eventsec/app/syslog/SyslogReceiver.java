package io.eventsec.app.syslog;

import io.eventsec.app.config.Settings;
import io.eventsec.app.config.SyslogSettings;
import io.eventsec.app.gate.SchemaGate;
import io.eventsec.app.http.Outages;
import io.eventsec.app.ingest.Intake;
import io.eventsec.app.log.Printable;
import io.eventsec.app.metrics.SyslogMetrics;
import io.eventsec.persistence.identity.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Receives syslog on this node, once the schema is there. Nothing is received, and no thread is
 * started, unless a port is configured.
 */
@ApplicationScoped
public class SyslogReceiver {
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  @Inject Settings settings;
  @Inject SchemaGate gate;
  @Inject Tenants tenants;
  @Inject Intake intake;
  @Inject SyslogMetrics metrics;

  private final KernelDrops drops = new KernelDrops();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Running running;
  private volatile Optional<String> problem = Optional.empty();

  /** What runs while syslog is received. */
  private record Running(Reception reception, SyslogPorts ports, Keeper keeper) {}

  /** True if a port of this node is configured. */
  public boolean enabled() {
    return running != null;
  }

  /** What is not as it should be, a sentence each; empty if all is well. */
  public List<String> problems() {
    Running now = running;
    if (now == null) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    problem.ifPresent(all::add);
    now.ports()
        .problems()
        .forEach(
            (transport, reason) ->
                all.add("The port of syslog over " + transport.label() + ": " + reason + '.'));
    now.keeper().failure().ifPresent(reason -> all.add("Messages wait to be kept: " + reason));
    return all;
  }

  /** The ports that are open, by how syslog comes. */
  public Map<String, String> ports() {
    Map<String, String> open = new LinkedHashMap<>();
    Running now = running;
    if (now != null) {
      for (Transport transport : Transport.values()) {
        now.ports()
            .port(transport)
            .ifPresent(port -> open.put(transport.label(), Integer.toString(port)));
      }
    }
    return open;
  }

  /** Brings the metrics up to date. */
  public void refreshMetrics() {
    Running now = running;
    if (now == null) {
      return;
    }
    Reception reception = now.reception();
    for (Transport transport : Transport.values()) {
      show(transport, reception.figures().of(transport));
    }
    metrics.kept(
        reception.figures().kept.sum(), reception.lanes().messages(), reception.lanes().held());
    OptionalLong dropped =
        now.ports().port(Transport.UDP).stream()
            .mapToObj(drops::of)
            .findFirst()
            .orElse(OptionalLong.empty());
    dropped.ifPresent(metrics::dropped);
  }

  private void show(Transport transport, Figures.OfTransport counted) {
    metrics.received(
        transport.label(), counted.connections.get(), counted.messages.sum(), counted.bytes.sum());
    metrics.incomplete(transport.label(), "too_long", counted.tooLong.sum());
    metrics.incomplete(transport.label(), "cut_short", counted.cutShort.sum());
    for (Refusal refusal : Refusal.values()) {
      metrics.refused(transport.label(), refusal.label(), counted.refused(refusal).sum());
    }
  }

  synchronized void start(ThreadFactory threads) {
    SyslogSettings syslog = settings.syslog();
    if (!syslog.enabled()) {
      return;
    }
    Figures figures = new Figures();
    Lanes lanes = new Lanes(syslog.limits().inFlightBytes(), settings.ingest().maxLines());
    Reception reception =
        new Reception(
            syslog.limits().messageBytes(),
            new Senders(syslog.senders()),
            lanes,
            figures,
            new Refusals(figures));
    Keeper keeper = new Keeper(lanes, intake::keepLines, figures);
    SyslogPorts ports = new SyslogPorts(syslog, reception, named(threads, "eventsec-syslog"));
    running = new Running(reception, ports, keeper);
    named(threads, "eventsec-syslog-keeper").newThread(keeper).start();
    named(threads, "eventsec-syslog-ports").newThread(this::openAgainAndAgain).start();
  }

  synchronized void stop() throws InterruptedException {
    stopping.countDown();
    Running now = running;
    if (now != null) {
      now.ports().close();
      now.keeper().stop(STOP_WITHIN);
      running = null;
    }
  }

  private void openAgainAndAgain() {
    try {
      do {
        Running now = running;
        if (now != null && gate.await(Duration.ofSeconds(1))) {
          open(now);
        }
      } while (!stopping.await(gate.open() ? AGAIN.toSeconds() : 0, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void open(Running now) {
    try {
      now.reception().senders().tenants().forEach(tenants::ensure);
      now.ports().open();
      problem = Optional.empty();
    } catch (RuntimeException e) {
      problem = Optional.of(Printable.of(Outages.isOne(e) ? Outages.reason(e) : e.toString()));
    }
  }

  private static ThreadFactory named(ThreadFactory threads, String name) {
    return work -> {
      Thread thread = threads.newThread(work);
      thread.setName(name);
      return thread;
    };
  }
}
