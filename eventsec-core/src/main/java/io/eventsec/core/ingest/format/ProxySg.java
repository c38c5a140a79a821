package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Broadcom's (Blue Coat's) ProxySG without the header that tells its columns: those of the formats
 * {@code main} and {@code bcreportermain_v1}, under the names that the header would give them. With
 * their header they are {@link W3cJson}.
 */
final class ProxySg extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("proxysg.table");

  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout(
              4,
              5,
              8,
              "date time time-taken c-ip sc-status s-action sc-bytes cs-bytes cs-method cs-uri-scheme cs-host"
                  + " cs-uri-port cs-uri-path cs-uri-query cs-username cs-auth-group s-supplier-name rs(Content-Type)"
                  + " cs(Referer) cs(User-Agent) sc-filter-result cs-categories x-virus-id s-ip r-ip"),
          new Layout(
              10,
              11,
              12,
              "date time time-taken c-ip cs-username cs-auth-group x-exception-id sc-filter-result cs-categories"
                  + " cs(Referer) sc-status s-action cs-method rs(Content-Type) cs-uri-scheme cs-host cs-uri-port"
                  + " cs-uri-path cs-uri-query cs-uri-extension cs(User-Agent) s-ip sc-bytes cs-bytes x-virus-id"));

  private static final int LEAST = 22;
  private static final int DATE_LENGTH = 10;
  private static final String NOTHING = "-";

  ProxySg(ZoneId zone) {
    super("proxysg", TABLE, zone);
  }

  /** Where the columns stand that tell an order of columns, and all their names. */
  private record Layout(int status, int action, int method, List<String> names) {
    Layout(int status, int action, int method, String names) {
      this(status, action, method, List.of(names.split(" ")));
    }

    boolean fits(List<LogTokens.Token> tokens) {
      String done = tokens.get(action).text();
      String asked = tokens.get(method).text();
      return Numbers.whole(tokens.get(status).text()) != null
          && (done.contains("_") || done.equals("TUNNELED") || done.equals("ALLOWED"))
          && (asked.equals("unknown")
              || !asked.isEmpty() && asked.chars().allMatch(this::isCapital));
    }

    private boolean isCapital(int c) {
      return c >= 'A' && c <= 'Z' || c == '_' || c == '-';
    }
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    boolean mayBe =
        line.length() > DATE_LENGTH
            && line.charAt(4) == '-'
            && line.charAt(DATE_LENGTH) == ' '
            && LogTime.end(line, 0) > DATE_LENGTH;
    if (!mayBe) {
      return Optional.empty();
    }
    List<LogTokens.Token> tokens = LogTokens.of(line);
    if (tokens.size() < LEAST || IpText.canonical(tokens.get(3).text()) == null) {
      return Optional.empty();
    }
    return LAYOUTS.stream()
        .filter(layout -> layout.fits(tokens))
        .findFirst()
        .map(layout -> fields(layout, tokens));
  }

  private static NativeRecord fields(Layout layout, List<LogTokens.Token> tokens) {
    Map<String, Object> fields = new LinkedHashMap<>();
    int count = Math.min(layout.names().size(), tokens.size());
    for (int i = 0; i < count; i++) {
      String text = tokens.get(i).text();
      if (!text.equals(NOTHING) && !text.isEmpty()) {
        fields.put(layout.names().get(i), text);
      }
    }
    return new NativeRecord(fields);
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    String written = said.text("date").orElse("") + ' ' + said.text("time").orElse("");
    DeviceTime.set("date", written, out, times);
    Verdict.write(out, said.text("sc-filter-result").map(ProxySg::verdict));
    url(said, out);
    FoundMessage.outcome(out);
    WebNames.write(out);
  }

  private static String verdict(String result) {
    return result.equals("OBSERVED") || result.equals("PROXIED") ? "allowed" : result;
  }

  private static void url(NativeRecord said, EcsWriter out) {
    String host = said.text("cs-host").orElse("");
    String scheme = said.text("cs-uri-scheme").orElse("");
    out.put("url.scheme", scheme.isEmpty() ? null : scheme);
    String path = said.text("cs-uri-path").orElse("/");
    String query = said.text("cs-uri-query").orElse("");
    UrlFields.set(out, host, path + query, 80);
    out.put("url.port", said.text("cs-uri-port").map(Conversion.PORT::convert).orElse(null));
    if (!host.isEmpty() && !scheme.isEmpty()) {
      out.put("url.full", scheme + "://" + host + path + query);
    }
  }
}
