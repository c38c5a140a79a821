package io.eventsec.app.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;

/**
 * The instruments behind the measures, made when they are first used. Safe to share between
 * threads.
 */
@ApplicationScoped
public class Meters {
  private final Map<MetricID, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();

  @Inject MetricRegistry registry;

  /**
   * The counter with these label values.
   *
   * @throws IllegalArgumentException if there are more or fewer values than labels
   */
  Counter counter(Measure measure, String... values) {
    return registry.counter(metadata(measure), measure.tags(values));
  }

  /** The timer with these label values. */
  Timer timer(Measure measure, String... values) {
    return registry.timer(metadata(measure), measure.tags(values));
  }

  /** Adds to a timer. */
  void time(Measure measure, Duration took, String... values) {
    timer(measure, values).update(took);
  }

  /** Sets a gauge. */
  void set(Measure measure, double value, String... values) {
    MetricID id = new MetricID(measure.metric(), measure.tags(values));
    gauges.computeIfAbsent(id, made -> gauge(measure, made)).set(value);
  }

  /**
   * Brings a counter to what is counted elsewhere. If that has become less, somebody has restored a
   * backup: the counter starts again, as scrapers expect it of one that is reset.
   */
  synchronized void follow(Measure measure, long counted, String... values) {
    Counter counter = counter(measure, values);
    if (counter.getCount() > counted) {
      registry.remove(new MetricID(measure.metric(), measure.tags(values)));
      counter = counter(measure, values);
    }
    counter.inc(counted - counter.getCount());
  }

  private AtomicReference<Double> gauge(Measure measure, MetricID id) {
    AtomicReference<Double> value = new AtomicReference<>(0.0);
    registry.gauge(metadata(measure), value, AtomicReference::get, id.getTagsAsArray());
    return value;
  }

  private static Metadata metadata(Measure measure) {
    return Metadata.builder().withName(measure.metric()).withDescription(measure.help()).build();
  }
}
