package io.eventsec.core.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One normalised event. Immutable and safe to share between threads.
 *
 * <p>Fields are flat: a name is a dotted path ({@code source.ip}), a value is a {@link String},
 * {@link Long}, {@link Double}, {@link Boolean}, or an unmodifiable {@link List} of those when the
 * field has several. Two sets are kept beside each other: the fields of the Elastic Common Schema
 * (ECS 9), and the sender's own under their own names, so that a rule written for Suricata or Zeek
 * fields runs without mapping. Where both have a name, {@link #value} answers the sender's.
 */
public final class Event {
  private final EventId id;
  private final Tenant tenant;
  private final String source;
  private final Instant time;
  private final Instant receivedAt;
  private final @Nullable EventPlace place;
  private final String original;
  private final Map<String, Object> ecs;
  private final Map<String, Object> nativeFields;

  private Event(Builder builder, Instant time) {
    this.id = builder.id;
    this.tenant = builder.tenant;
    this.source = builder.source;
    this.time = time;
    this.receivedAt = builder.receivedAt;
    this.place = builder.place;
    this.original = builder.original;
    this.ecs = Collections.unmodifiableMap(builder.ecs);
    this.nativeFields = Collections.unmodifiableMap(builder.nativeFields);
  }

  /** Starts an event that was received now and has no fields yet. */
  public static Builder builder(EventId id, Tenant tenant, String source) {
    return new Builder(id, tenant, source);
  }

  /**
   * Starts one that differs from this event in what is set next. Its fields are copied when one of
   * them is set, and not before.
   */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Its identity, the same however often it is sent. */
  public EventId id() {
    return id;
  }

  /** Whose event it is. */
  public Tenant tenant() {
    return tenant;
  }

  /** The name of the source it was sent under. */
  public String source() {
    return source;
  }

  /** When it happened, by the sender's clock; when it was received, if the sender didn't say. */
  public Instant time() {
    return time;
  }

  /** When this installation acknowledged it. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * Where it stands among the events of the same instant; told by the id if it was made without a
   * place.
   */
  public EventPlace place() {
    return place == null ? EventPlace.of(id) : place;
  }

  /** The raw record as it came; empty if it was made without one. */
  public String original() {
    return original;
  }

  /**
   * The ECS fields in the order they were set, without {@code @timestamp} and {@code
   * event.original}. Unmodifiable.
   */
  public Map<String, Object> ecsFields() {
    return ecs;
  }

  /** The sender's own fields in the order of the record. Unmodifiable. */
  public Map<String, Object> nativeFields() {
    return nativeFields;
  }

  /**
   * The value of a field: the sender's own where it has that name, else the ECS one.
   *
   * @return a scalar or a list as the class says; null if the event has no such field
   */
  public @Nullable Object value(String field) {
    Object own = nativeFields.get(field);
    return own != null ? own : ecs.get(field);
  }

  /** True if the event has that field. */
  public boolean has(String field) {
    return nativeFields.containsKey(field) || ecs.containsKey(field);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Event that
        && id.equals(that.id)
        && tenant.equals(that.tenant)
        && source.equals(that.source)
        && time.equals(that.time)
        && ecs.equals(that.ecs)
        && nativeFields.equals(that.nativeFields);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Event[" + id + ' ' + tenant + '/' + source + ' ' + time + ']';
  }

  /** Collects an event's parts. Not thread-safe. */
  public static final class Builder {
    private final EventId id;
    private final Tenant tenant;
    private final String source;
    private Instant receivedAt = Instant.EPOCH;
    private @Nullable Instant time;
    private @Nullable EventPlace place;
    private String original = "";
    private Map<String, Object> ecs = new LinkedHashMap<>(64);
    private Map<String, Object> nativeFields = new LinkedHashMap<>();

    /** True while somebody else has the map too: the next change is made to a copy. */
    private boolean ecsShared;

    private boolean nativeShared;

    private Builder(EventId id, Tenant tenant, String source) {
      this.id = id;
      this.tenant = tenant;
      this.source = source;
    }

    private Builder(Event event) {
      this(event.id, event.tenant, event.source);
      this.receivedAt = event.receivedAt;
      this.time = event.time;
      this.place = event.place;
      this.original = event.original;
      this.ecs = event.ecs;
      this.nativeFields = event.nativeFields;
      this.ecsShared = true;
      this.nativeShared = true;
    }

    /** Sets when it happened. */
    public Builder time(Instant value) {
      this.time = value;
      return this;
    }

    /** True once {@link #time} has been called. */
    public boolean hasTime() {
      return time != null;
    }

    /** Sets when it was received; the epoch unless said. */
    public Builder receivedAt(Instant value) {
      this.receivedAt = value;
      return this;
    }

    /** When it was received, as set so far. */
    public Instant receivedAt() {
      return receivedAt;
    }

    /** The time set so far; null if none is. */
    public @Nullable Instant time() {
      return time;
    }

    /** Sets where it stands among the events of the same instant. */
    public Builder place(EventPlace value) {
      this.place = value;
      return this;
    }

    /** Sets the raw record. */
    public Builder original(String value) {
      this.original = value;
      return this;
    }

    /**
     * Sets an ECS field; null or an empty list leaves it out.
     *
     * @param value a {@link String}, {@link Long}, {@link Double}, {@link Boolean} or a list of
     *     those
     */
    public Builder ecs(String field, @Nullable Object value) {
      if (ecsShared) {
        ecs = new LinkedHashMap<>(ecs);
        ecsShared = false;
      }
      put(ecs, field, value);
      return this;
    }

    /** Adds a value to those that an ECS field has, behind them. */
    public Builder addEcs(String field, Object value) {
      Object before = ecs.get(field);
      if (before == null) {
        return ecs(field, value);
      }
      List<Object> all = new ArrayList<>();
      if (before instanceof List<?> list) {
        all.addAll(list);
      } else {
        all.add(before);
      }
      all.add(value);
      return ecs(field, all);
    }

    /** The ECS field set so far; null if it is not. */
    public @Nullable Object ecs(String field) {
      return ecs.get(field);
    }

    /** Sets one of the sender's own fields; null or an empty list leaves it out. */
    public Builder nativeField(String field, @Nullable Object value) {
      if (nativeShared) {
        nativeFields = new LinkedHashMap<>(nativeFields);
        nativeShared = false;
      }
      put(nativeFields, field, value);
      return this;
    }

    /**
     * Sets all of the sender's own fields at once, in the map's order, in place of those set
     * before.
     *
     * @param fields with values as {@link Event} says and no empty lists; not copied, so whoever
     *     made it leaves it alone afterwards
     */
    public Builder nativeFields(Map<String, Object> fields) {
      nativeFields = fields;
      nativeShared = true;
      return this;
    }

    private static void put(Map<String, Object> fields, String field, @Nullable Object value) {
      // Text first, as most values are: a class that has an interface not at all is told slowly.
      if (value instanceof String) {
        fields.put(field, value);
      } else if (value instanceof List<?> list) {
        if (!list.isEmpty()) {
          fields.put(field, list.size() == 1 ? list.get(0) : List.copyOf(list));
        }
      } else if (value != null) {
        fields.put(field, value);
      }
    }

    /** The event; its time is the time received unless one was set. */
    public Event build() {
      ecsShared = true;
      nativeShared = true;
      return new Event(this, time == null ? receivedAt : time);
    }
  }
}
