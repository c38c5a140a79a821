package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.format.LogTokens.Token;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logs of Amazon's cloud that are lines of text: VPC flows in the default order, requests to load
 * balancers (classic, application), to S3 and to CloudFront.
 */
final class AwsText extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("aws.table");

  private static final String KIND = "aws_log";
  private static final Set<String> PROTOCOLS = Set.of("http", "https", "h2", "grpcs", "ws", "wss");
  private static final int FIRST_WORDS = 4;
  private static final int OWNER = 64;

  AwsText(ZoneId zone) {
    super("aws-text", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (DeviceText.startsNear(line, "\t", 20)) {
      return cloudFront(line);
    }
    if (!mayStart(line)) {
      return Optional.empty();
    }
    String[] words = line.split(" ", FIRST_WORDS + 1);
    if (words.length <= FIRST_WORDS) {
      return Optional.empty();
    }
    if (words[2].startsWith("eni-")) {
      return named("vpcflow", List.of(line.split(" ", 32)), 14);
    }
    if (PROTOCOLS.contains(words[0]) && isTime(words[1]) && words[2].contains("/")) {
      return named("alb", texts(line), 14);
    }
    if (isTime(words[0]) && words[2].indexOf(':') > 0 && isSeconds(line)) {
      return named("elb", texts(line), 13);
    }
    boolean mayBeS3 = words[0].length() == OWNER && words[2].startsWith("[");
    return mayBeS3 ? named("s3", texts(line), 17) : Optional.empty();
  }

  /** A version, a protocol, a time or an owner. */
  private static boolean mayStart(String line) {
    int blank = line.indexOf(' ');
    boolean isShort = blank > 0 && blank < 6 && "0123456789hgw".indexOf(line.charAt(0)) >= 0;
    return isShort || blank == OWNER || blank > 20 && blank < 30 && line.charAt(10) == 'T';
  }

  /** {@code 2026-11-27T08:15:30.186641Z}. */
  private static boolean isTime(String word) {
    return word.length() > 20 && word.charAt(10) == 'T' && word.endsWith("Z");
  }

  /** The fifth word is a time of seconds, or -1. */
  private static boolean isSeconds(String line) {
    String word = line.split(" ", FIRST_WORDS + 2)[FIRST_WORDS];
    return word.equals("-1") || word.startsWith("0.") || word.length() > 6 && word.charAt(1) == '.';
  }

  private static List<String> texts(String line) {
    return LogTokens.of(line).stream().map(Token::text).toList();
  }

  private static Optional<NativeRecord> cloudFront(String line) {
    List<String> values = CsvLine.of(line, '\t', 64);
    boolean isOne =
        values.size() > 20 && values.get(0).length() == 10 && values.get(1).length() == 8;
    return isOne ? named("cloudfront", values, 20) : Optional.empty();
  }

  private static Optional<NativeRecord> named(String kind, List<String> values, int least) {
    if (values.size() < least) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    CsvLine.name(AwsColumns.of(kind), values, fields);
    fields.values().removeIf("-"::equals);
    fields.put(KIND, kind);
    return Optional.of(new NativeRecord(fields));
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return List.of(said.text(KIND).orElse(""));
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    String kind = said.text(KIND).orElse("");
    if (kind.equals("vpcflow")) {
      flow(said, out, times);
    } else {
      time(said, out, times);
      request(said, out);
    }
  }

  private static void flow(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "end", "start");
    Long start = said.text("start").map(Numbers::whole).orElse(null);
    Long end = said.text("end").map(Numbers::whole).orElse(null);
    if (start != null && end != null && end >= start && end - start < 1_000_000) {
      out.put("event.duration", (end - start) * 1_000_000_000L);
    }
    out.put("event.start", iso(said.text("start").orElse("")));
    out.put("event.end", iso(said.text("end").orElse("")));
    Verdict.write(out, said.text("action"));
  }

  private static @Nullable String iso(String seconds) {
    Instant time = DeviceTime.sinceEpoch(seconds);
    return time == null ? null : time.toString();
  }

  private static void time(NativeRecord said, EcsWriter out, LogTime times) {
    if (said.has("date")) {
      String written = said.text("date").orElse("") + 'T' + said.text("time").orElse("") + 'Z';
      DeviceTime.set("date", written, out, times);
    } else {
      DeviceTime.set(said, out, times, "time");
    }
  }

  private static void request(NativeRecord said, EcsWriter out) {
    said.text("client").ifPresent(text -> HostPort.set(out, "source", text));
    said.text("target").ifPresent(text -> HostPort.set(out, "destination", text));
    said.text("request").ifPresent(line -> line(line, out));
    if (said.has("cs-uri-stem")) {
      String query = said.text("cs-uri-query").map(text -> '?' + text).orElse("");
      String host = said.text("x-host-header").or(() -> said.text("cs-host")).orElse("");
      String scheme = said.text("cs-protocol").orElse("http");
      DeviceUrl.set(out, scheme, host, said.text("cs-uri-stem").orElse("/") + query);
    }
    if (out.get("http.response.status_code") instanceof Long status) {
      out.put("event.outcome", status < 400 ? "success" : "failure");
    }
  }

  private static void line(String line, EcsWriter out) {
    RequestLine.write(line, "", out);
    out.text("url.original")
        .filter(url -> url.contains("://"))
        .ifPresent(url -> DeviceUrl.set(out, url));
  }
}
