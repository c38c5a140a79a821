package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.format.LogTokens.Kind;
import io.eventsec.core.ingest.format.LogTokens.Token;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The access logs of web servers: the Common Log Format and what nginx, Apache and those that copy
 * them put before and behind it. Native names are those of the W3C's extended format, which Sigma's
 * rules for web servers use ({@code c-ip}, {@code cs-method}, {@code sc-status}). Stateless and
 * thread-safe.
 */
public final class AccessLog implements TextFormat {
  private static final String REQUEST = "cs-request";
  private static final int WORDS_BEFORE_TIME = 5;
  private static final LogTime TIMES = new LogTime(Instant.EPOCH, ZoneOffset.UTC);

  /** A format without state. */
  public AccessLog() {}

  @Override
  public String name() {
    return "access-log";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int bracket = line.indexOf('[');
    if (bracket <= 0 || bracket > 600 || LogTime.end(line, bracket + 1) == bracket + 1) {
      return Optional.empty();
    }
    List<Token> tokens = LogTokens.of(line);
    int time = 0;
    while (time < tokens.size() && !tokens.get(time).is(Kind.BRACKETED)) {
      time++;
    }
    if (time < 2 || time > WORDS_BEFORE_TIME || time + 2 >= tokens.size()) {
      return Optional.empty();
    }
    return isRequestWithStatus(tokens, time + 1)
        ? Optional.of(fields(tokens, time))
        : Optional.empty();
  }

  private static boolean isRequestWithStatus(List<Token> tokens, int at) {
    Token status = tokens.get(at + 1);
    return tokens.get(at).is(Kind.QUOTED)
        && status.is(Kind.BARE)
        && status.text().length() == 3
        && Numbers.whole(status.text()) != null;
  }

  private static NativeRecord fields(List<Token> tokens, int time) {
    Map<String, Object> fields = new LinkedHashMap<>();
    head(tokens.subList(0, time), fields);
    put("time", tokens.get(time).text(), fields);
    put(REQUEST, tokens.get(time + 1).text(), fields);
    fields.put("sc-status", Numbers.whole(tokens.get(time + 2).text()));
    tail(tokens.subList(time + 3, tokens.size()), fields);
    return new NativeRecord(fields);
  }

  /** {@code [host] address ident user}; of several addresses the first that is one. */
  private static void head(List<Token> words, Map<String, Object> fields) {
    boolean hasHost =
        words.size() > 3
            || words.size() == 3
                && IpText.canonical(words.get(0).text()) == null
                && IpText.canonical(words.get(1).text()) != null;
    if (hasHost) {
      put("cs-host", words.get(0).text(), fields);
    }
    put("c-ip", words.get(hasHost ? 1 : 0).text(), fields);
    put("cs-username", words.get(words.size() - 1).text(), fields);
  }

  private static void tail(List<Token> words, Map<String, Object> fields) {
    int at = 0;
    if (at < words.size() && words.get(at).is(Kind.BARE)) {
      Long bytes = Numbers.whole(words.get(at).text());
      if (bytes != null) {
        fields.put("sc-bytes", bytes);
      }
      at++;
    }
    if (at < words.size() && words.get(at).is(Kind.QUOTED)) {
      put("cs-referer", words.get(at).text(), fields);
      at++;
    }
    if (at < words.size() && words.get(at).is(Kind.QUOTED)) {
      put("cs-user-agent", words.get(at).text(), fields);
      put("c-useragent", words.get(at).text(), fields);
      at++;
    }
    if (at < words.size() && words.get(at).is(Kind.QUOTED)) {
      put("x-forwarded-for", words.get(at).text(), fields);
    }
  }

  private static void put(String name, String value, Map<String, Object> fields) {
    if (!value.isEmpty() && !value.equals("-")) {
      fields.put(name, value);
    }
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    nativeRecord
        .text("time")
        .ifPresent(written -> Times.put("time", written, TIMES.parse(written), out));
    out.put("event.dataset", "web.access");
    WebRequest.write(nativeRecord, out);
    nativeRecord
        .text(REQUEST)
        .ifPresent(line -> RequestLine.write(line, nativeRecord.text("cs-host").orElse(""), out));
    WebNames.write(out);
    Related.complete(out);
    out.finish();
  }
}
