package io.eventsec.core.intel.match;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.ThreatIndicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event against the tables. Used once, by one thread. */
final class EventMatching {
  private static final int MOST_HITS = 100;
  private static final int MOST_SEEN = 16;
  private static final Comparator<Found> MOST_SPECIFIC_FIRST =
      Comparator.comparingInt(Found::length).reversed();

  private final IndicatorTables tables;
  private final Event event;
  private final Key key;
  private final Lookup lookup;
  private final AddressBits bits = new AddressBits();
  private final long micros;

  /** What fields that repeat none have as addresses, names and digests, as far as there is room. */
  private final String[] seen = new String[MOST_SEEN];

  private int seenCount;
  private List<Found> found = List.of();

  /**
   * A claim that was found, before what it says is read.
   *
   * @param length of the part of the value that is the indicator, in bytes
   * @param address of the claim
   */
  private record Found(String field, String value, MatchKind kind, int length, int address) {
    Found at(int claim) {
      return new Found(field, value, kind, length, claim);
    }
  }

  EventMatching(IndicatorTables tables, Event event, long secret) {
    this.tables = tables;
    this.event = event;
    this.key = new Key(secret);
    this.lookup = new Lookup(key);
    this.micros = ClaimRecords.micros(event.time());
  }

  List<IndicatorHit> run() {
    event.ecsFields().forEach(this::field);
    return found.isEmpty()
        ? List.of()
        : found.stream().distinct().filter(this::counts).map(this::hit).toList();
  }

  private void field(String name, Object value) {
    LookupRole role = LookupRole.OF_FIELDS.get(name);
    if (role == null) {
      return;
    }
    if (value instanceof String text) {
      value(role, name, text);
    } else if (value instanceof List<?> list) {
      for (Object one : list) {
        if (one instanceof String text) {
          value(role, name, text);
        }
      }
    }
  }

  private void value(LookupRole role, String field, String text) {
    if (LookupRole.repeats(field) && wasSeen(text)) {
      return;
    }
    switch (role) {
      case ADDRESS -> {
        if (bits.read(text)) {
          address(field, text);
        }
      }
      case HOST -> host(field, text);
      case URL -> exact(field, text, lookup.url(text));
      case EMAIL -> exact(field, text, lookup.email(text));
      case HASH -> hash(field, text);
      case FILE_NAME -> exact(field, text, lookup.fileName(text));
    }
  }

  private void hash(String field, String text) {
    Key wanted = lookup.hash(text);
    if (wanted != null) {
      saw(field, text);
      exact(field, text, wanted);
    }
  }

  private void host(String field, String text) {
    if (looksLikeAddress(text) && bits.read(text)) {
      address(field, text);
    } else {
      domains(field, text);
    }
  }

  /** No domain ends in a digit, and none has a colon. */
  private static boolean looksLikeAddress(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return last >= '0' && last <= '9' || text.indexOf(':') >= 0;
  }

  private void saw(String field, String text) {
    if (seenCount < MOST_SEEN && !LookupRole.repeats(field)) {
      seen[seenCount++] = text;
    }
  }

  /** True if the text was looked up before, so that once more would find the same. */
  private boolean wasSeen(String text) {
    for (int i = 0; i < seenCount; i++) {
      if (seen[i].equals(text)) {
        return true;
      }
    }
    return false;
  }

  private void address(String field, String text) {
    saw(field, text);
    exact(field, text, bits.key(key));
    NetworkTable networks = bits.isV4() ? tables.v4() : tables.v6();
    if (!networks.isEmpty()) {
      int place = networks.first(bits.high(), bits.low());
      while (place >= 0) {
        found(new Found(field, text, MatchKind.NETWORK, 0, networks.record(place)));
        place = networks.next(place);
      }
    }
  }

  private void exact(String field, String text, @Nullable Key wanted) {
    if (wanted != null) {
      int address = tables.values().find(wanted);
      if (address != 0) {
        found(new Found(field, text, MatchKind.EXACT, wanted.length(), address));
      }
    }
  }

  /** The name, and the domains above it. A domain has a dot, so the first does not end one. */
  private void domains(String field, String text) {
    saw(field, text);
    Key name = lookup.host(text);
    if (name == null) {
      return;
    }
    int before = found.size();
    long digest = name.beginning();
    boolean dotted = false;
    for (int i = name.end() - 1; i >= 0; i--) {
      byte b = name.at(i);
      if (b == '.') {
        if (dotted) {
          domain(field, text, name.ending(digest, i + 1));
        }
        dotted = true;
      }
      digest = Key.with(digest, b);
    }
    if (dotted) {
      domain(field, text, name.ending(digest, 0));
    }
    if (found.size() > before) {
      found.subList(before, found.size()).sort(MOST_SPECIFIC_FIRST);
    }
  }

  private void domain(String field, String text, Key wanted) {
    MatchKind kind = wanted.isWhole() ? MatchKind.EXACT : MatchKind.SUBDOMAIN;
    int address = tables.values().find(wanted);
    if (address != 0) {
      found(new Found(field, text, kind, wanted.length(), address));
    }
  }

  /** Notes all claims of an indicator that hold; address 0 is no indicator. */
  private void found(Found first) {
    for (int one = first.address; one != 0; one = tables.records().next(one)) {
      if (found.size() < MOST_HITS && tables.records().holds(one, micros)) {
        // Most events name no indicator, and need no list.
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(first.at(one));
      }
    }
  }

  /** What only repeats other fields counts if none of them says it. */
  private boolean counts(Found one) {
    return !LookupRole.repeats(one.field)
        || found.stream()
            .noneMatch(other -> other.address == one.address && !LookupRole.repeats(other.field));
  }

  private IndicatorHit hit(Found one) {
    ThreatIndicator claim = tables.records().claim(one.address);
    long sightings = tables.sightings().getOrDefault(claim.origin().id(), 0L);
    return new IndicatorHit(one.field, one.value, one.kind, claim, sightings);
  }
}
