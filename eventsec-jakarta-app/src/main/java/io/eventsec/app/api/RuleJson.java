package io.eventsec.app.api;

import io.eventsec.app.wiring.RuleText;
import io.eventsec.core.policy.RuleSetting;
import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.persistence.policy.RuleSettingRecord;
import java.util.List;
import java.util.Optional;

/**
 * A rule as a list shows it.
 *
 * @param id its id
 * @param version of its text
 * @param title its title
 * @param level how much its alerts matter here
 * @param ownLevel how much they matter by what the rule says
 * @param status its maturity
 * @param enabled whether it runs here
 * @param logsource which logs it is about; nothing for a correlation
 * @param correlation what a correlation counts or puts in order; null for other rules
 * @param tags its tags
 * @param alerts how many alerts of any version of it were ever raised
 */
public record RuleJson(
    String id,
    String version,
    String title,
    String level,
    String ownLevel,
    Optional<String> status,
    boolean enabled,
    LogsourceJson logsource,
    Optional<String> correlation,
    List<String> tags,
    long alerts) {

  static RuleJson of(RuleText rule, Optional<RuleSettingRecord> decided, long alerts) {
    Optional<RuleSetting> setting = decided.map(RuleSettingRecord::setting);
    return new RuleJson(
        rule.ref().id(),
        rule.ref().version(),
        rule.title(),
        setting.flatMap(RuleSetting::level).orElse(rule.level()).sigmaName(),
        rule.level().sigmaName(),
        rule.text("status"),
        setting.map(RuleSetting::enabled).orElse(true),
        LogsourceJson.of(rule.logsource()),
        rule.correlation(),
        rule.list("tags"),
        alerts);
  }

  /**
   * Which logs.
   *
   * @param product the software
   * @param category the kind of log
   * @param service one of the product's logs
   */
  public record LogsourceJson(
      Optional<String> product, Optional<String> category, Optional<String> service) {
    static LogsourceJson of(Optional<Logsource> logsource) {
      return new LogsourceJson(
          logsource.flatMap(Logsource::product),
          logsource.flatMap(Logsource::category),
          logsource.flatMap(Logsource::service));
    }
  }

  /**
   * All rules.
   *
   * @param items those that run
   * @param problems what is wrong with the others
   */
  public record Listing(List<RuleJson> items, List<ProblemJson> problems) {}

  /**
   * Something wrong with a rule file.
   *
   * @param file which
   * @param line from 1; 0 for the whole file
   * @param column from 1; 0 for the whole file
   * @param message what is wrong
   * @param cure what to write instead
   */
  public record ProblemJson(String file, int line, int column, String message, String cure) {
    static ProblemJson of(SigmaProblem problem) {
      return new ProblemJson(
          problem.file(), problem.line(), problem.column(), problem.message(), problem.cure());
    }
  }

  /**
   * A rule with its text.
   *
   * @param id its id
   * @param version of its text
   * @param title its title
   * @param level how much its alerts matter here
   * @param ownLevel how much they matter by what the rule says
   * @param status its maturity
   * @param enabled whether it runs here
   * @param logsource which logs it is about; nothing for a correlation
   * @param correlation what a correlation counts or puts in order; null for other rules
   * @param tags its tags
   * @param alerts how many alerts of any version of it were ever raised
   * @param description what it finds
   * @param author who wrote it
   * @param references where to read more
   * @param falsePositives what else can look like it
   * @param sourceYaml its text
   * @param setting who decided last whether it runs and how much it matters; null if nobody has
   */
  public record Detail(
      String id,
      String version,
      String title,
      String level,
      String ownLevel,
      Optional<String> status,
      boolean enabled,
      LogsourceJson logsource,
      Optional<String> correlation,
      List<String> tags,
      long alerts,
      Optional<String> description,
      Optional<String> author,
      List<String> references,
      List<String> falsePositives,
      String sourceYaml,
      Optional<RuleSettingJson> setting) {
    static Detail of(RuleText rule, Optional<RuleSettingRecord> decided, long alerts) {
      RuleJson json = RuleJson.of(rule, decided, alerts);
      return new Detail(
          json.id(),
          json.version(),
          json.title(),
          json.level(),
          json.ownLevel(),
          json.status(),
          json.enabled(),
          json.logsource(),
          json.correlation(),
          json.tags(),
          alerts,
          rule.text("description"),
          rule.text("author"),
          rule.list("references"),
          rule.list("falsepositives"),
          rule.yaml(),
          decided.map(RuleSettingJson::of));
    }
  }
}
