package io.eventsec.core.intel.match;

import io.eventsec.core.event.Event;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.sigma.ast.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every claim against every value, one by one: what {@link IndicatorSet} must find. */
final class NaiveMatching {
  private NaiveMatching() {}

  static List<IndicatorHit> match(List<ThreatIndicator> claims, Event event) {
    List<IndicatorHit> hits = new ArrayList<>();
    event
        .ecsFields()
        .forEach(
            (field, value) -> {
              if (LookupRole.OF_FIELDS.containsKey(field)) {
                List<?> values = value instanceof List<?> list ? list : List.of(value);
                for (Object one : values) {
                  hits.addAll(of(claims, event, field, one.toString()));
                }
              }
            });
    return hits.stream()
        .distinct()
        .filter(
            hit ->
                !hit.field().startsWith("related.")
                    || hits.stream()
                        .noneMatch(
                            other ->
                                other.claim().equals(hit.claim())
                                    && !other.field().startsWith("related.")))
        .toList();
  }

  private static List<IndicatorHit> of(
      List<ThreatIndicator> claims, Event event, String field, String value) {
    List<IndicatorHit> hits = new ArrayList<>();
    for (ThreatIndicator claim : claims) {
      if (claim.validity().covers(event.time())) {
        kind(LookupRole.OF_FIELDS.getOrDefault(field, LookupRole.HOST), claim.indicator(), value)
            .ifPresent(kind -> hits.add(new IndicatorHit(field, value, kind, claim, 0)));
      }
    }
    return hits;
  }

  private static Optional<MatchKind> kind(LookupRole role, Indicator indicator, String value) {
    IndicatorKind kind = indicator.kind();
    return switch (role) {
      case ADDRESS -> address(indicator, value);
      case HOST -> isAddress(value) ? address(indicator, value) : domain(indicator, value);
      case URL -> kind == IndicatorKind.URL ? same(indicator, value) : Optional.empty();
      case EMAIL -> kind == IndicatorKind.EMAIL ? same(indicator, bare(value)) : Optional.empty();
      case HASH ->
          kind == IndicatorKind.MD5 || kind == IndicatorKind.SHA1 || kind == IndicatorKind.SHA256
              ? same(indicator, value)
              : Optional.empty();
      case FILE_NAME -> kind == IndicatorKind.FILE_NAME ? same(indicator, value) : Optional.empty();
    };
  }

  private static String bare(String value) {
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', open + 1);
    return open >= 0 && close > 0 ? value.substring(open + 1, close) : value;
  }

  private static boolean isAddress(String value) {
    return value.indexOf('%') < 0 && IpAddress.parse(value).isPresent();
  }

  private static Optional<MatchKind> address(Indicator indicator, String value) {
    if (indicator.kind() == IndicatorKind.ADDRESS) {
      return same(indicator, value);
    }
    if (indicator.kind() != IndicatorKind.NETWORK || !isAddress(value)) {
      return Optional.empty();
    }
    String[] parts = indicator.value().split("/");
    byte[] first = IpAddress.parse(parts[0]).orElseThrow();
    byte[] address = IpAddress.parse(value).orElseThrow();
    int shift = first.length * 8 - Integer.parseInt(parts[1]);
    return first.length == address.length
            && new BigInteger(1, first)
                .shiftRight(shift)
                .equals(new BigInteger(1, address).shiftRight(shift))
        ? Optional.of(MatchKind.NETWORK)
        : Optional.empty();
  }

  private static Optional<MatchKind> domain(Indicator indicator, String value) {
    if (indicator.kind() != IndicatorKind.DOMAIN) {
      return Optional.empty();
    }
    if (same(indicator, value).isPresent()) {
      return Optional.of(MatchKind.EXACT);
    }
    String name = ascii(value);
    boolean below =
        name.endsWith('.' + indicator.value() + '.') || name.endsWith('.' + indicator.value());
    return below ? Optional.of(MatchKind.SUBDOMAIN) : Optional.empty();
  }

  private static String ascii(String value) {
    if (value.chars().allMatch(c -> c < 128)) {
      return value.toLowerCase(Locale.ROOT);
    }
    try {
      return IndicatorKind.DOMAIN.canonical(value);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<MatchKind> same(Indicator indicator, String value) {
    try {
      return new Indicator(indicator.kind(), value).equals(indicator)
          ? Optional.of(MatchKind.EXACT)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
