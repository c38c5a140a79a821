package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets the ECS fields of one event, and remembers what could not be understood. */
final class EcsWriter {
  private static final int MAX_PROBLEMS = 10;
  private static final int VALUE_SHOWN = 60;

  private final Event.Builder event;
  private final List<String> problems = new ArrayList<>(0);

  EcsWriter(Event.Builder event) {
    this.event = event;
  }

  Event.Builder event() {
    return event;
  }

  void put(String ecs, @Nullable Object value) {
    event.ecs(ecs, value);
  }

  /** Sets a field that has no value yet. */
  void putIfAbsent(String ecs, @Nullable Object value) {
    if (event.ecs(ecs) == null) {
      event.ecs(ecs, value);
    }
  }

  /** The value so far; null if there is none. */
  @Nullable Object get(String ecs) {
    return event.ecs(ecs);
  }

  /** The text so far, the first of several. */
  Optional<String> text(String ecs) {
    Object value = event.ecs(ecs);
    if (value instanceof String text) {
      return Optional.of(text);
    }
    if (value instanceof List<?> list) {
      return Optional.of(String.valueOf(list.get(0)));
    }
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }

  /** Sets a field to what a native value means, of several every one that means something. */
  void convert(Mapping mapping, Object value) {
    if (value instanceof String) {
      put(mapping.ecs(), one(mapping, value));
    } else if (value instanceof List<?> list) {
      List<Object> converted = new ArrayList<>(list.size());
      for (Object item : list) {
        Object one = one(mapping, item);
        if (one != null) {
          converted.add(one);
        }
      }
      put(mapping.ecs(), converted);
    } else {
      put(mapping.ecs(), one(mapping, value));
    }
  }

  private @Nullable Object one(Mapping mapping, Object value) {
    Object converted = mapping.conversion().convert(value);
    if (converted == null) {
      problem(mapping.source(), value, mapping.conversion());
    }
    return converted == Conversion.NOTHING ? null : converted;
  }

  /** Notes what is wrong with the record. */
  void problem(String sentence) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(sentence);
    }
  }

  /** Notes that a native field holds something else than expected. */
  void problem(String field, Object value, Conversion wanted) {
    problem(field + " '" + shown(value) + "' is not " + wanted.expected());
  }

  /** Writes what follows from the rest, and what was noted beside what other layers have noted. */
  void finish() {
    UserAgents.write(this);
    if (get("tls.version") != null && get("tls.version_protocol") == null) {
      put("tls.version_protocol", "tls");
    }
    if (get("process.args") instanceof List<?> arguments && get("process.args_count") == null) {
      put("process.args_count", (long) arguments.size());
    }
    problems.forEach(problem -> event.addEcs("error.message", problem));
  }

  private static String shown(Object value) {
    String text = value.toString();
    return text.length() <= VALUE_SHOWN ? text : text.substring(0, VALUE_SHOWN) + "…";
  }
}
