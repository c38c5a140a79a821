package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.audit.FieldBag;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What ModSecurity and Coraza write into the error logs of Apache, nginx and others: whom the
 * request came from, what was found in it, and in brackets the rule that found it. {@code
 * event.dataset} is {@code modsecurity.audit}. Stateless and thread-safe.
 */
public final class ModSecurity implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("modsecurity.table");

  private static final List<String> PRODUCTS = List.of("ModSecurity: ", "Coraza: ");
  private static final int LONGEST_HEAD = 400;
  private static final int MOST_BRACKETS = 100;
  private static final String CLIENT = "[client ";
  private static final String MESSAGE = "message";

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the servers' clocks stand, which write no zone
   */
  public ModSecurity(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "modsecurity";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (!DeviceText.startsNear(line, CLIENT, LONGEST_HEAD)) {
      return Optional.empty();
    }
    for (String product : PRODUCTS) {
      int start = line.indexOf(product, line.indexOf(CLIENT));
      if (start >= 0 && start <= LONGEST_HEAD) {
        FieldBag fields = new FieldBag();
        fields.add(MESSAGE, line.substring(start));
        fields.add("product", product.substring(0, product.length() - 2));
        head(line.substring(0, start), fields);
        found(line.substring(start + product.length()), fields);
        return Optional.of(new NativeRecord(fields.fields()));
      }
    }
    return Optional.empty();
  }

  /** The time, and the client: Apache has it with its port, and ModSecurity again without. */
  private static void head(String head, FieldBag fields) {
    int start = head.startsWith("[") ? 1 : 0;
    int end = LogTime.end(head, start);
    if (end > start) {
      fields.add("time", head.substring(start, end));
    }
    String first = client(head, head.indexOf(CLIENT));
    String last = client(head, head.lastIndexOf(CLIENT));
    fields.add("client", last);
    if (first.startsWith(last + ':')) {
      fields.add("port", first.substring(last.length() + 1));
    }
  }

  private static String client(String head, int start) {
    int end = head.indexOf(']', start);
    return end < 0 ? "" : head.substring(start + CLIENT.length(), end).replace("\"", "");
  }

  /** What was found, the rule's words in brackets, and what nginx adds behind them. */
  private static void found(String text, FieldBag fields) {
    int bracket = text.indexOf(" [file \"");
    bracket = bracket < 0 ? text.indexOf(" [id \"") : bracket;
    fields.add("reason", bracket < 0 ? text : text.substring(0, bracket));
    int at = bracket < 0 ? -1 : bracket + 1;
    for (int i = 0; i < MOST_BRACKETS && at >= 0 && text.startsWith("[", at); i++) {
      at = bracket(text, at, fields);
    }
    if (at > 0 && at < text.length()) {
      KeyValues.of(text.substring(at).replace(": ", "="))
          .forEach(
              (name, value) -> {
                if (!fields.has(name)) {
                  fields.add(name, value.toString());
                }
              });
    }
  }

  /** Reads {@code [name "value"]}; where the next starts, -1 if this is none. */
  private static int bracket(String text, int start, FieldBag fields) {
    int quote = text.indexOf(" \"", start);
    int end = quote < 0 ? -1 : closing(text, quote + 2);
    if (end < 0) {
      return -1;
    }
    String value = text.substring(quote + 2, end);
    if (!value.isEmpty()) {
      fields.add(text.substring(start + 1, quote), value);
    }
    int next = end + 2;
    return text.startsWith(" ", next) ? next + 1 : next;
  }

  /** Where the quote stands that a bracket closes behind. */
  private static int closing(String text, int start) {
    int at = text.indexOf("\"]", start);
    while (at > start && text.charAt(at - 1) == '\\') {
      at = text.indexOf("\"]", at + 1);
    }
    return at;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    LogTime times = new LogTime(event.receivedAt(), zone);
    nativeRecord
        .text("time")
        .ifPresent(written -> Times.put("time", written, times.parse(written), out));
    TABLE.common().apply(nativeRecord, out);
    nativeRecord.text("client").ifPresent(client -> HostPort.set(out, "source", client));
    nativeRecord
        .text("port")
        .ifPresent(port -> out.put("source.port", Conversion.PORT.convert(port)));
    Addresses.complete(out);
    boolean denied = nativeRecord.text("reason").orElse("").startsWith("Access denied");
    DeviceFields.addType(out, denied ? "denied" : "info");
    out.put("event.action", "waf_match");
    out.put("event.outcome", denied ? "failure" : null);
    nativeRecord
        .text("request")
        .ifPresentOrElse(
            line -> RequestLine.write(line, out.text("url.domain").orElse(""), out),
            () -> url(nativeRecord, out));
    Related.complete(out);
    out.finish();
  }

  private static void url(NativeRecord said, EcsWriter out) {
    UrlFields.set(out, out.text("url.domain").orElse(""), said.text("uri").orElse(""), 80);
  }
}
