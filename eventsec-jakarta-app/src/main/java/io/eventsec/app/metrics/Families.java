package io.eventsec.app.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Snapshot;
import org.eclipse.microprofile.metrics.Timer;

/** Makes families of what is in a registry. */
final class Families {
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  private Families() {}

  /** All of the registry, by name. */
  static List<Family> of(MetricRegistry registry) {
    Map<String, Map<MetricID, Metric>> byName = new TreeMap<>();
    registry
        .getMetrics()
        .forEach(
            (id, metric) ->
                byName.computeIfAbsent(id.getName(), name -> new TreeMap<>()).put(id, metric));
    List<Family> families = new ArrayList<>();
    byName.forEach((name, metrics) -> families.add(family(registry.getMetadata(name), metrics)));
    return families;
  }

  /** All metrics of a name are of one kind: the registry sees to that. */
  private static Family family(Metadata metadata, Map<MetricID, Metric> metrics) {
    Metric first = metrics.values().iterator().next();
    List<Family.Sample> samples = new ArrayList<>();
    metrics.forEach((id, metric) -> add(samples, labels(id), metric));
    return new Family(
        name(metadata, first), type(first), metadata.description().orElse(""), samples);
  }

  private static void add(List<Family.Sample> samples, Map<String, String> labels, Metric metric) {
    if (metric instanceof Counter counter) {
      samples.add(new Family.Sample("", labels, counter.getCount()));
    } else if (metric instanceof Gauge<?> gauge) {
      Number value = gauge.getValue();
      samples.add(new Family.Sample("", labels, value == null ? Double.NaN : value.doubleValue()));
    } else if (metric instanceof Timer timer) {
      buckets(samples, labels, timer.getSnapshot(), timer.getCount(), NANOS);
      samples.add(new Family.Sample("_sum", labels, timer.getElapsedTime().toNanos() / NANOS));
      samples.add(new Family.Sample("_count", labels, timer.getCount()));
    } else if (metric instanceof Histogram histogram) {
      buckets(samples, labels, histogram.getSnapshot(), histogram.getCount(), 1);
      samples.add(new Family.Sample("_sum", labels, histogram.getSum()));
      samples.add(new Family.Sample("_count", labels, histogram.getCount()));
    }
  }

  private static void buckets(
      List<Family.Sample> samples,
      Map<String, String> labels,
      Snapshot snapshot,
      long count,
      double unit) {
    for (Snapshot.HistogramBucket bucket : snapshot.bucketValues()) {
      if (!Double.isInfinite(bucket.getBucket())) {
        String bound = PrometheusText.number(bucket.getBucket() / unit);
        samples.add(new Family.Sample("_bucket", with(labels, bound), bucket.getCount()));
      }
    }
    samples.add(new Family.Sample("_bucket", with(labels, "+Inf"), count));
  }

  private static Map<String, String> with(Map<String, String> labels, String bound) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put("le", bound);
    return all;
  }

  private static Map<String, String> labels(MetricID id) {
    return new TreeMap<>(id.getTags());
  }

  private static String type(Metric metric) {
    if (metric instanceof Counter) {
      return "counter";
    }
    return metric instanceof Gauge<?> ? "gauge" : "histogram";
  }

  /** Our own names are complete; those of the platform have dots, and the unit apart. */
  private static String name(Metadata metadata, Metric metric) {
    String name = metadata.getName().replaceAll("[^a-zA-Z0-9_:]", "_");
    if (name.startsWith("eventsec_")) {
      return name;
    }
    String unit =
        metric instanceof Timer ? MetricUnits.SECONDS : metadata.unit().orElse(MetricUnits.NONE);
    boolean apart = !unit.equals(MetricUnits.NONE) && !name.endsWith('_' + unit);
    String complete = apart ? name + '_' + unit : name;
    return metric instanceof Counter ? complete + "_total" : complete;
  }
}
