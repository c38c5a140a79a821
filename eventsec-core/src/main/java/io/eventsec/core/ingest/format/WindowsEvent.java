package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events of Windows as JSON, Sysmon's among them, as Winlogbeat, NXLog, Splunk and programs that
 * dump evtx files write them. {@code event.dataset} is {@code windows.} and what Sigma calls the
 * log; the event's data stands under its own names as well, so that rules need no pipeline.
 * Stateless and thread-safe.
 */
public final class WindowsEvent implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("windows-event.table");

  /** The first that a record has; NXLog's own is local time, so it comes last. */
  private static final List<String> TIMES =
      List.of("SystemTime", "UtcTime", "@timestamp", "TimeCreated", "_time", "EventTime");

  private static final Set<String> WORDS = Set.of("success", "failure", "unknown");
  private static final Map<String, String> LEVELS =
      Map.of(
          "0", "information",
          "1", "critical",
          "2", "error",
          "3", "warning",
          "4", "information",
          "5", "verbose");
  private static final String SECURITY = "security";
  private static final String LINUX = "Linux-Sysmon/Operational";

  private static final Map<String, String> HASHES =
      Map.of(
          "MD5", "hash.md5", "SHA1", "hash.sha1", "SHA256", "hash.sha256", "IMPHASH", "pe.imphash");

  /** A format without state. */
  public WindowsEvent() {}

  @Override
  public String name() {
    return "windows-event";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return WindowsRecord.isOne(nativeRecord);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    NativeRecord flat = WindowsRecord.flat(nativeRecord);
    if (flat != nativeRecord) {
      flat.fields()
          .forEach(
              (name, value) -> {
                if (!nativeRecord.has(name)) {
                  event.nativeField(name, value);
                }
              });
    }
    EcsWriter out = new EcsWriter(event);
    NativeRecord said = WindowsRecord.withoutNothings(flat);
    TIMES.stream().filter(said::has).findFirst().ifPresent(field -> Times.set(said, field, out));
    Optional<String> service = service(said);
    out.put("event.dataset", dataset(said, service));
    String kind = service.orElse("") + '.' + said.text("EventID").orElse("");
    TABLE.section(kind).orElse(TABLE.common()).apply(said, out);
    if (service.filter(SECURITY::equals).isPresent()) {
      WindowsActions.write(said, out);
    }
    linux(said, out);
    user(said, out);
    hashes(said, out);
    outcome(said).ifPresent(outcome -> out.put("event.outcome", outcome));
    level(said).ifPresent(level -> out.putIfAbsent("log.level", level));
    said.text("CommandLine").ifPresent(line -> CommandLine.write("process", line, out));
    said.text("ParentCommandLine")
        .ifPresent(line -> CommandLine.write("process.parent", line, out));
    RegistryPath.write(out);
    IisLogging.write(flat, out);
    names(out);
    Related.complete(out);
    out.finish();
  }

  private static Optional<String> service(NativeRecord said) {
    return said.has("Channel")
        ? said.text("Channel").flatMap(WindowsChannels::service)
        : said.text(said.has("Provider_Name") ? "Provider_Name" : "SourceName")
            .flatMap(WindowsChannels::serviceOfProvider);
  }

  /** None if nobody can tell which log it is of: then rules for any log may be about it. */
  private static @Nullable String dataset(NativeRecord said, Optional<String> service) {
    return service.map(name -> "windows." + name).orElse(said.has("Channel") ? "windows" : null);
  }

  /** Sysmon for Linux writes what Sysmon does, of another system. */
  private static void linux(NativeRecord said, EcsWriter out) {
    if (said.text("Channel").filter(LINUX::equals).isPresent()) {
      out.put("event.module", "sysmon_linux");
      out.put("event.dataset", "sysmon_linux.log");
      out.put("host.os.type", "linux");
      out.put("user.name", said.text("User").orElse(null));
    }
  }

  /** Sysmon writes domain and name as one. */
  private static void user(NativeRecord said, EcsWriter out) {
    String user = said.text("User").orElse("");
    int slash = user.indexOf('\\');
    if (slash >= 0 && out.get("user.name") == null) {
      out.put("user.domain", user.substring(0, slash));
      out.put("user.name", user.substring(slash + 1));
    }
  }

  /** {@code SHA1=...,MD5=...}: of the process that started, else of the file that it is about. */
  private static void hashes(NativeRecord said, EcsWriter out) {
    String owner =
        out.get("dll.path") != null ? "dll." : out.get("file.path") != null ? "file." : "process.";
    for (String part : said.text("Hashes").orElse("").split(",", 8)) {
      int sign = part.indexOf('=');
      String field = sign < 0 ? null : HASHES.get(part.substring(0, sign).strip());
      if (field != null) {
        out.put(owner + field, part.substring(sign + 1).strip().toLowerCase(Locale.ROOT));
      }
    }
  }

  /** From the keywords of the Security log: bit 53 is success, bit 52 failure. */
  private static Optional<String> outcome(NativeRecord said) {
    Object keywords = said.get("Keywords");
    String text = String.valueOf(keywords).toLowerCase(Locale.ROOT);
    long bits = WindowsNumbers.bits(keywords);
    if (text.contains("audit success") || (bits & 1L << 53) != 0) {
      return Optional.of("success");
    }
    return text.contains("audit failure") || (bits & 1L << 52) != 0
        ? Optional.of("failure")
        : said.text("winlog.outcome").or(() -> said.text("event.outcome")).filter(WORDS::contains);
  }

  /** Winlogbeat says it in words, the event itself by a number. */
  private static Optional<String> level(NativeRecord said) {
    Optional<String> words = said.text("winlog.level").or(() -> said.text("log.level"));
    return words
        .map(text -> text.toLowerCase(Locale.ROOT))
        .or(() -> said.text("Level").map(LEVELS::get));
  }

  private static void names(EcsWriter out) {
    name("process.executable", "process.name", out);
    name("process.parent.executable", "process.parent.name", out);
    name("dll.path", "dll.name", out);
    FileNames.complete(out);
  }

  private static void name(String path, String name, EcsWriter out) {
    out.text(path)
        .map(text -> text.substring(Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/')) + 1))
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> out.put(name, text));
  }
}
