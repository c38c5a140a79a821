package io.eventsec.app.metrics;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** As much of a registry as the meters use; the tests on a real server use all of it. */
final class FakeRegistry {
  private final Map<String, AtomicLong> counters = new TreeMap<>();
  final List<String> timed = new ArrayList<>();

  /** Meters over it. */
  Meters meters() {
    Meters meters = new Meters();
    meters.registry = proxy(MetricRegistry.class, this::call);
    return meters;
  }

  /** Counters by name and label values, such as {@code eventsec_x_total[a, b]}. */
  Map<String, Long> counted() {
    Map<String, Long> values = new TreeMap<>();
    counters.forEach((name, count) -> values.put(name, count.get()));
    return values;
  }

  private Object call(String method, Object[] arguments) {
    return switch (method) {
      case "counter" -> counter(key((Metadata) arguments[0], (Tag[]) arguments[1]));
      case "timer" -> timer(key((Metadata) arguments[0], (Tag[]) arguments[1]));
      case "remove" -> counters.remove(key((MetricID) arguments[0])) != null;
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private Counter counter(String key) {
    AtomicLong count = counters.computeIfAbsent(key, made -> new AtomicLong());
    return proxy(
        Counter.class,
        (method, arguments) ->
            switch (method) {
              case "inc" -> count.addAndGet(arguments.length == 0 ? 1 : (Long) arguments[0]);
              case "getCount" -> count.get();
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private Timer timer(String key) {
    return proxy(
        Timer.class,
        (method, arguments) -> {
          if (((Duration) arguments[0]).isNegative()) {
            throw new AssertionError("Took less than nothing: " + arguments[0]);
          }
          return timed.add(key);
        });
  }

  private static String key(Metadata metadata, Tag[] tags) {
    return key(new MetricID(metadata.getName(), tags));
  }

  private static String key(MetricID id) {
    return id.getName() + new TreeMap<>(id.getTags()).values();
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object[] given = arguments == null ? new Object[0] : arguments;
              Object answer = call.of(method.getName(), given);
              return method.getReturnType() == void.class ? null : answer;
            }));
  }

  /** A call of a method. */
  private interface Call {
    Object of(String method, Object[] arguments);
  }
}
