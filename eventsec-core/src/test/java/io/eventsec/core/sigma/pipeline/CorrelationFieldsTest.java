package io.eventsec.core.sigma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Correlations follow the fields of the rules that they refer to. */
class CorrelationFieldsTest {
  private static final String RULES =
      """
      title: On Windows
      name: windows
      logsource: {product: windows}
      detection: {s: {User: a}, condition: s}
      ---
      title: On Linux
      name: linux
      logsource: {product: linux}
      detection: {s: {User: a}, condition: s}
      ---
      """;
  private static final String CORRELATION =
      """
      title: Both
      correlation:
        type: value_count
        rules: [windows, linux]
        group-by: [User, who, Host]
        timespan: 5m
        condition: {gte: 2, field: Address}
        aliases:
          who: {windows: Subject, linux: Login}
      """;

  @Test
  void apply_givesAliasesForTheFieldsOfEachRule() {
    SigmaPipeline windows =
        Piped.step(
            "type: field_name_mapping",
            "mapping: {User: user.name, Address: source.ip, Subject: user.id, Login: no}",
            "rule_conditions: [{type: logsource, product: windows}]");
    SigmaPipeline linux =
        Piped.step(
            "type: field_name_prefix",
            "prefix: 'linux.'",
            "rule_conditions: [{type: logsource, product: linux}]",
            "field_name_conditions: [{type: exclude_fields, fields: [Host]}]");

    SigmaCorrelation mapped = only(SigmaPipelines.of(List.of(windows, linux)).apply(read()));

    assertThat(mapped.groupBy()).containsExactly("User", "who", "Host");
    assertThat(mapped.aliases())
        .isEqualTo(
            Map.of(
                "User", Map.of("windows", "user.name", "linux", "linux.User"),
                "Address", Map.of("windows", "source.ip", "linux", "linux.Address"),
                "who", Map.of("windows", "user.id", "linux", "linux.Login")));
    assertThat(mapped.ref().id()).isEqualTo(only(read()).ref().id());
    assertThat(mapped.ref().version()).isNotEqualTo(only(read()).ref().version());
  }

  @Test
  void apply_asksTheStateOfTheRule_andChangesOneAfterTheOther() {
    SigmaPipeline pipeline =
        Piped.pipeline(
            """
            transformations:
              - {type: set_state, key: os, val: w, rule_conditions: [{type: logsource, product: windows}]}
              - id: first
                type: field_name_mapping
                mapping: {Host: host.name}
                rule_conditions: [{type: processing_state, key: os, val: w}]
              - type: field_name_suffix
                suffix: .text
                field_name_conditions: [{type: processing_item_applied, processing_item_id: first}]
            """);

    assertThat(only(SigmaPipelines.of(List.of(pipeline)).apply(read())).aliases())
        .containsEntry("Host", Map.of("windows", "host.name.text"));
  }

  @Test
  void apply_withoutEffect_givesTheCorrelationItself() {
    LoadedRules loaded = read();

    assertThat(only(SigmaPipelines.NONE.apply(loaded))).isSameAs(only(loaded));
  }

  @Test
  void apply_thatGivesAFieldSeveralNames_makesAProblem() {
    SigmaPipeline several =
        Piped.step("type: field_name_mapping", "mapping: {Host: [host.name, host.hostname]}");

    LoadedRules mapped = SigmaPipelines.of(List.of(several)).apply(read());

    assertThat(mapped.correlations()).isEmpty();
    assertThat(mapped.rules()).hasSize(2);
    assertThat(mapped.problems())
        .extracting(SigmaProblem::toString)
        .containsExactly(
            "test.yml:11:1: Correlation 'Both': field 'Host' may be any of [host.name,"
                + " host.hostname] in the events of rule 'windows', and values can be compared by"
                + " one field only. Name that one in an alias for the rule.");
  }

  private static LoadedRules read() {
    LoadedRules loaded = LoadedRules.of(List.of(SigmaReader.read("test.yml", RULES + CORRELATION)));
    assertThat(loaded.problems()).isEmpty();
    return loaded;
  }

  private static SigmaCorrelation only(LoadedRules loaded) {
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.correlations()).hasSize(1);
    return loaded.correlations().get(0);
  }
}
