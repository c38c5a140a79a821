package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.template.LeadingTime;
import io.eventsec.core.internal.JarText;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Logs of pairs behind a head of their own, which tells them: Santa, FortiMail, FortiManager and
 * FortiAnalyzer, Symantec Endpoint Protection.
 */
final class PairLog extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("pairs.table");
  static final List<PairKind> KINDS =
      JarText.read(PairLog.class, "pairs.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(PairKind::read)
          .toList();

  static final String KIND = "pair_log";

  PairLog(ZoneId zone) {
    super("pairs", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    LeadingTime leading = new LeadingTime(line);
    for (PairKind kind : KINDS) {
      Optional<NativeRecord> found = kind.read(leading);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return said.text(KIND).stream().toList();
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    // Where one asks another the name of a program stands behind its path.
    out.text("process.executable")
        .filter(path -> out.get("process.name") == null)
        .ifPresent(
            path ->
                out.put(
                    "process.name",
                    path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)));
  }
}
