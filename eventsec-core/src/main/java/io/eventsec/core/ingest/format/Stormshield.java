package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Stormshield's firewalls: {@code id=firewall time="..." fw="SN1" ... logtype="filter"}. */
final class Stormshield extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("stormshield.table");

  private static final int HEAD = 200;

  Stormshield(ZoneId zone) {
    super("stormshield", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    String text = line.stripLeading();
    boolean isOne =
        text.startsWith("id=firewall ")
            && (DeviceText.startsNear(text, " startime=", HEAD)
                || DeviceText.startsNear(text, " tz=", HEAD));
    return isOne ? Optional.of(new NativeRecord(KeyValues.of(text))) : Optional.empty();
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return List.of(said.text("logtype").orElse(""));
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    String zone = said.text("tz").map(tz -> ' ' + tz).orElse("");
    said.text("time").ifPresent(time -> DeviceTime.set("time", time + zone, out, times));
    DeviceFields.seconds(said, "duration", out);
    Verdict.write(out, said.text("action"));
    said.text("arg")
        .ifPresent(path -> DeviceUrl.set(out, "http", said.text("dstname").orElse(""), path));
    if (said.text("logtype").filter("auth"::equals).isPresent()) {
      boolean fails = said.text("error").filter(code -> !code.equals("0")).isPresent();
      out.put("event.outcome", fails ? "failure" : "success");
    }
  }
}
