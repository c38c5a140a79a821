package io.eventsec.core.fuzz;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.pipeline.SigmaPipelines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Any text is read as rules; what is sound is compiled and tried on an event. */
public final class RuleReaderFuzz {
  private static final EventId ID =
      EventId.of(new EventOrigin(Tenant.DEFAULT, "fuzz", "fuzz", 0), 0);
  private static final Event EVENT =
      Event.builder(ID, Tenant.DEFAULT, "fuzz")
          .nativeFields(
              Map.of("Image", "C:\\Windows\\tool.exe", "a", "aaaaaaaaaaaaaaaaaaaa", "n", 5L))
          .build();

  private RuleReaderFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    judge(new String(data, StandardCharsets.UTF_8));
  }

  static void judge(String yaml) {
    LoadedRules loaded =
        SigmaPipelines.NONE.apply(LoadedRules.of(List.of(SigmaReader.read("fuzz.yml", yaml))));
    loaded.unresolved();
    DetectionEngine.builder()
        .rules(loaded.rules())
        .undecided(undecided -> {})
        .build()
        .process(EVENT);
  }
}
