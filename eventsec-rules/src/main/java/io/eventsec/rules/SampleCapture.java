package io.eventsec.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two hours of an invented network, as Suricata and Zeek saw them: ordinary work, and one computer
 * that fetches a program it should not have, is taken over, looks around, moves on and carries data
 * out. No address or name in it belongs to anyone.
 */
public final class SampleCapture {
  private static final Instant LAST_EVENT = Instant.parse("2026-11-23T10:05:00Z");
  private static final String DIRECTORY = "/eventsec/sample/";
  private static final List<String> ZEEK_LOGS =
      List.of("conn", "dns", "http", "notice", "smb_files", "ssl");
  private static final Pattern ISO_TIME =
      Pattern.compile("\"(timestamp|start|end)\":\"(\\d{4}-\\d\\d-\\d\\dT[^\"]{15}\\+0000)\"");
  private static final Pattern EPOCH_TIME = Pattern.compile("\"ts\":(\\d+\\.\\d{6})");
  private static final DateTimeFormatter EVE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxx", Locale.ROOT);

  private SampleCapture() {}

  /** The capture with the times it was written with. */
  public static List<SampleStream> recorded() {
    return endingAt(LAST_EVENT);
  }

  /** When its last event was, as written. */
  public static Instant lastEvent() {
    return LAST_EVENT;
  }

  /**
   * The capture with every time moved so that the last event happens at the given one, cut to
   * microseconds. The same instant always gives the same lines.
   */
  public static List<SampleStream> endingAt(Instant last) {
    Duration shift = Duration.between(LAST_EVENT, last.truncatedTo(ChronoUnit.MICROS));
    SampleStream eve = new SampleStream("suricata-eve", "suricata-eve", lines("eve.json", shift));
    return Stream.concat(
            Stream.of(eve),
            ZEEK_LOGS.stream()
                .map(
                    log ->
                        new SampleStream("zeek-" + log, "zeek-json", lines(log + ".log", shift))))
        .toList();
  }

  private static List<String> lines(String file, Duration shift) {
    return Resources.text(DIRECTORY + file).lines().map(line -> shifted(line, shift)).toList();
  }

  private static String shifted(String line, Duration shift) {
    if (shift.isZero()) {
      return line;
    }
    String iso = ISO_TIME.matcher(line).replaceAll(match -> iso(match, shift));
    return EPOCH_TIME.matcher(iso).replaceAll(match -> epoch(match, shift));
  }

  private static String iso(MatchResult match, Duration shift) {
    OffsetDateTime time = OffsetDateTime.parse(match.group(2), EVE_TIME).plus(shift);
    return Matcher.quoteReplacement(
        '"'
            + match.group(1)
            + "\":\""
            + EVE_TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC))
            + '"');
  }

  private static String epoch(MatchResult match, Duration shift) {
    BigDecimal micros = BigDecimal.valueOf(shift.toNanos() / 1_000, 6);
    return "\"ts\":" + new BigDecimal(match.group(1)).add(micros).toPlainString();
  }
}
