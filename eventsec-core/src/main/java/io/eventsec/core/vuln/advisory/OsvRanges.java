package io.eventsec.core.vuln.advisory;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.inventory.ModuleLabel;
import io.eventsec.core.vuln.range.OsvRange;
import io.eventsec.core.vuln.range.OsvRange.Event;
import io.eventsec.core.vuln.range.OsvRange.Kind;
import io.eventsec.core.vuln.range.VersionRange;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what OSV says of one package. Ranges that come again, as those of one update of many
 * packages do, are one object. Not thread-safe.
 */
final class OsvRanges {
  private static final int REMEMBERED = 100_000;

  /**
   * {@code nodejs:18}, {@code 389-ds:1.4}, as Red Hat and those who build from it name streams in
   * summaries.
   */
  private static final Pattern STREAM =
      Pattern.compile("(?<![\\w:.-])(?=\\d*[a-z-])[a-z\\d][\\w.+-]*:\\w(?:[\\w.-]*\\w)?");

  private static final Pattern EPOCH = Pattern.compile("[?&]epoch=(\\d+)");
  private static final Pattern MODULE = Pattern.compile("[?&]rpmmod=([^&#]+)");

  private static final Pattern AT_MOST = Pattern.compile("(<=?)\\s*(\\S+)");

  private final Map<RangeText, OsvRange> known = new HashMap<>();
  private final UbuntuBinaries binaries = new UbuntuBinaries();

  private record RangeText(VersionScheme scheme, List<Event> events) {}

  AffectedPackage read(
      JsonFields affected, String ecosystem, String summary, List<SeverityClaim> severities) {
    Optional<VersionScheme> scheme = VersionScheme.ofEcosystem(ecosystem);
    List<VersionRange> ranges = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    JsonFields named = affected.object("package");
    for (JsonFields range : rangesOf(affected)) {
      if (range.text("type").equals("GIT")) {
        continue;
      }
      if (scheme.isEmpty()) {
        unread.add("nobody knows how versions of '" + ShownText.of(ecosystem) + "' compare");
      } else {
        read(range, affected, scheme.get(), ranges, unread);
      }
    }
    return new AffectedPackage(
        PackageKey.of(ecosystem, named.text("name")),
        ranges,
        new HashSet<>(affected.texts("versions")),
        modules(ranges, summary, named.text("purl")),
        severities,
        unread,
        scheme.filter(one -> one == VersionScheme.DEB).isPresent()
            ? binaries.read(affected, ranges)
            : BuiltPackages.NONE);
  }

  /** Go's database writes a range that is open at both ends where it knows one of its own. */
  private static List<JsonFields> rangesOf(JsonFields affected) {
    List<JsonFields> custom = affected.object("ecosystem_specific").objects("custom_ranges");
    return custom.isEmpty() ? affected.objects("ranges") : custom;
  }

  private void read(
      JsonFields range,
      JsonFields affected,
      VersionScheme scheme,
      List<VersionRange> ranges,
      List<String> unread) {
    List<Event> events = new ArrayList<>();
    for (JsonFields event : range.objects("events")) {
      for (Map.Entry<String, Object> one : event.values().entrySet()) {
        kind(one.getKey())
            .ifPresent(kind -> events.add(new Event(kind, String.valueOf(one.getValue()))));
      }
    }
    if (scheme == VersionScheme.RPM) {
      withEpoch(affected.object("package").text("purl"), events);
    }
    if (events.stream().allMatch(event -> event.kind() == Kind.INTRODUCED)) {
      end(affected).ifPresent(events::add);
    }
    try {
      ranges.add(range(new RangeText(scheme, List.copyOf(events))));
    } catch (UnreadableVersionException | IllegalArgumentException e) {
      unread.add(String.valueOf(e.getMessage()));
    }
  }

  /** Rocky's data names the epoch of a version only in the package URL beside it. */
  private static void withEpoch(String purl, List<Event> events) {
    Matcher epoch = EPOCH.matcher(purl);
    if (epoch.find() && !epoch.group(1).equals("0")) {
      events.replaceAll(
          event ->
              event.version().indexOf(':') >= 0 || event.kind() == Kind.INTRODUCED
                  ? event
                  : new Event(event.kind(), epoch.group(1) + ':' + event.version()));
    }
  }

  private OsvRange range(RangeText text) throws UnreadableVersionException {
    OsvRange range = known.get(text);
    if (range == null) {
      range = OsvRange.of(text.scheme, text.events);
      if (known.size() < REMEMBERED) {
        known.put(text, range);
      }
    }
    return range;
  }

  private static Optional<Kind> kind(String word) {
    return switch (word) {
      case "introduced" -> Optional.of(Kind.INTRODUCED);
      case "fixed" -> Optional.of(Kind.FIXED);
      case "last_affected" -> Optional.of(Kind.LAST_AFFECTED);
      case "limit" -> Optional.of(Kind.LIMIT);
      default -> Optional.empty();
    };
  }

  private static Optional<Event> end(JsonFields affected) {
    Matcher end =
        AT_MOST.matcher(
            affected.object("database_specific").text("last_known_affected_version_range"));
    return end.matches()
        ? Optional.of(
            new Event(end.group(1).equals("<") ? Kind.FIXED : Kind.LAST_AFFECTED, end.group(2)))
        : Optional.empty();
  }

  /** The release of each package of a module says that it is from one. */
  private static ModuleScope modules(List<VersionRange> ranges, String summary, String purl) {
    boolean modular =
        ranges.stream()
            .anyMatch(
                range ->
                    range.scheme() == VersionScheme.RPM && range.toString().contains(".module"));
    if (!modular) {
      return ModuleScope.NONE;
    }
    Matcher module = MODULE.matcher(purl);
    return new ModuleScope(
        true,
        module.find()
            ? Set.of(ModuleLabel.stream(module.group(1).replaceAll("%3[aA]", ":")))
            : streams(summary));
  }

  private static Set<String> streams(String summary) {
    Set<String> streams = new HashSet<>();
    Matcher stream = STREAM.matcher(summary);
    while (stream.find()) {
      streams.add(stream.group());
    }
    return streams;
  }
}
