package io.eventsec.core.fuzz;

import java.nio.charset.StandardCharsets;

/** Any text is the condition of a rule that is otherwise sound. */
public final class ConditionFuzz {
  private static final String RULE =
      """
      title: Fuzz
      logsource: {product: windows}
      detection:
        selection: {Image|endswith: tool.exe}
        selection_two: {n|gt: 3}
        filter: [words]
        condition: "%s"
      """;

  private ConditionFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String condition =
        new String(data, StandardCharsets.UTF_8)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replaceAll("[\\x00-\\x1f\\x7f-\\x9f\\ufffe\\uffff\\ud800-\\udfff]", " ");
    RuleReaderFuzz.judge(RULE.formatted(condition));
  }
}
