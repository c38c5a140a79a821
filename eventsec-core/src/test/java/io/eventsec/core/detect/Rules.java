package io.eventsec.core.detect;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;

/** Makes rules of their detection sections. */
public final class Rules {
  private Rules() {}

  /** A rule of one selection with these lines. */
  public static SigmaRule selecting(String... lines) {
    return detecting("selection:\n  " + String.join("\n  ", lines) + "\ncondition: selection");
  }

  public static SigmaRule detecting(String detection) {
    return about("{category: test}", detection);
  }

  public static SigmaRule about(String logsource, String detection) {
    String yaml =
        "title: T\nid: 0b6f8a52-3d5b-4b7c-8d6a-5b8f0e3c1a11\ntags: [attack.t1046]\nlogsource: "
            + logsource
            + "\ndetection:\n"
            + detection.indent(2);
    SigmaDocument document = SigmaReader.read("test.yml", yaml);
    if (!document.problems().isEmpty()) {
      throw new IllegalArgumentException(document.problems() + "\n" + yaml);
    }
    return document.rules().get(0);
  }

  public static boolean fires(SigmaRule rule, Event event) {
    return !DetectionEngine.compile(List.of(rule)).process(event).isEmpty();
  }
}
