package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.Logsource;
import java.util.Locale;
import java.util.Optional;

/** What a pipeline says of a logsource: at least one of product, category and service. */
record LogsourcePattern(Logsource named) {

  static LogsourcePattern of(Parameters parameters) {
    Logsource named =
        new Logsource(
            name(parameters, "product"), name(parameters, "category"), name(parameters, "service"));
    if (named.product().or(named::category).or(named::service).isEmpty()) {
      parameters.wrong(
          "type", "It names neither product, category nor service", "Name at least one of them");
    }
    return new LogsourcePattern(named);
  }

  private static Optional<String> name(Parameters parameters, String key) {
    return parameters.optionalText(key).map(text -> text.toLowerCase(Locale.ROOT));
  }

  /** True if the rule says the same wherever this says something. */
  boolean agrees(Logsource rule) {
    return agrees(named.product(), rule.product())
        && agrees(named.category(), rule.category())
        && agrees(named.service(), rule.service());
  }

  private static boolean agrees(Optional<String> wanted, Optional<String> found) {
    return wanted.isEmpty() || wanted.equals(found);
  }
}
