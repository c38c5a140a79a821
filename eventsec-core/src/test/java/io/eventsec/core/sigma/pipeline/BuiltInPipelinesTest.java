package io.eventsec.core.sigma.pipeline;

import static io.eventsec.core.detect.Rules.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.detect.Events;
import io.eventsec.core.detect.Rules;
import io.eventsec.core.sigma.SigmaRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInPipelinesTest {
  private static final SigmaRule PROCESS =
      about(
          "{product: windows, category: process_creation}",
          """
          selection:
            Image|endswith: '\\\\whoami.exe'
            ParentImage|endswith: '\\\\cmd.exe'
            User|contains: SYSTEM
            IntegrityLevel: High
          condition: selection
          """);

  @Test
  void names_areTheFilesOfTheJar() {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/eventsec/pipelines"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              BuiltInPipelines.names().stream().map(name -> name + ".yml").toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void named_everyName_isASoundPipeline() {
    assertThat(BuiltInPipelines.names())
        .allSatisfy(name -> assertThat(BuiltInPipelines.named(name)).isPresent());
    assertThat(BuiltInPipelines.named("../windows-ecs")).isEmpty();
  }

  @Test
  void windows_processRule_findsAnEcsEvent() {
    SigmaRule rule = Piped.through(named("windows-ecs"), PROCESS);

    assertThat(Rules.fires(rule, Events.of(process("C:\\Windows\\System32\\whoami.exe")))).isTrue();
    assertThat(Rules.fires(rule, Events.of(process("C:\\Windows\\System32\\net.exe")))).isFalse();
  }

  @Test
  void sysmon_processRule_asksForTheEventOfSysmonToo() {
    SigmaRule rule =
        SigmaPipelines.of(List.of(named("windows-ecs"), named("sysmon-ecs")))
            .apply(PROCESS)
            .rule()
            .orElseThrow();
    Map<String, Object> event =
        Map.of(
            "process.executable", "C:\\whoami.exe",
            "process.parent.executable", "C:\\cmd.exe",
            "winlog.event_data.User", "NT AUTHORITY\\SYSTEM",
            "winlog.event_data.IntegrityLevel", "High",
            "winlog.channel", "Microsoft-Windows-Sysmon/Operational",
            "event.code", "1");

    assertThat(Rules.fires(rule, Events.of(event))).isTrue();
    assertThat(Rules.fires(rule, Events.of(process("C:\\whoami.exe")))).isFalse();
  }

  /** As our own decoder makes it of a record in XML or of evtx: the channel keeps its name. */
  @Test
  void sysmon_processRule_findsAnEventThatNoWinlogbeatSent() {
    SigmaRule asks =
        about(
            "{product: windows, category: process_creation}",
            "s: {Image|endswith: '\\whoami.exe'}\ncondition: s");
    Map<String, Object> event =
        Map.of(
            "process.executable", "C:\\whoami.exe",
            "event.code", "1",
            "Channel", "Microsoft-Windows-Sysmon/Operational");

    assertThat(Piped.fires(named("sysmon-ecs"), asks, event)).isTrue();
    assertThat(
            Piped.fires(named("sysmon-ecs"), asks, Map.of("process.executable", "C:\\whoami.exe")))
        .isFalse();
  }

  @Test
  void zeek_dnsRule_findsAnEcsEvent() {
    assertFinds(
        "zeek-ecs",
        about("{product: zeek, service: dns}", "s: {query|endswith: .onion}\ncondition: s"),
        Map.of("dns.question.name", "a.onion"));
  }

  @Test
  void suricata_rule_findsAnEcsEvent() {
    assertFinds(
        "suricata-ecs",
        about("{product: suricata}", "s: {alert.signature|contains: ET}\ncondition: s"),
        Map.of("rule.name", "ET SCAN"));
  }

  @Test
  void auditd_rule_findsWhatEitherShipperWrites() {
    SigmaRule rule =
        about(
            "{product: linux, service: auditd}",
            "s: {type: EXECVE, a0: chmod, exe: /bin/chmod}\ncondition: s");

    assertFinds(
        "auditd-ecs",
        rule,
        Map.of(
            "auditd.message_type", "execve",
            "auditd.data.a0", "chmod",
            "process.executable", "/bin/chmod"));
    assertFinds(
        "auditd-ecs",
        rule,
        Map.of(
            "auditd.log.record_type", "EXECVE",
            "auditd.log.a0", "chmod",
            "process.executable", "/bin/chmod"));
  }

  @Test
  void cloudtrail_rule_findsAnEcsEvent() {
    assertFinds(
        "cloudtrail-ecs",
        about(
            "{product: aws, service: cloudtrail}",
            "s: {eventName: PutBucketAcl, requestParameters.bucketName: b}\ncondition: s"),
        Map.of(
            "event.action", "PutBucketAcl",
            "aws.cloudtrail.flattened.request_parameters.bucketName", "b"));
  }

  @Test
  void webserver_rule_findsPathsInTheUrlAndParametersInTheQuery() {
    SigmaRule rule =
        about("{category: webserver}", "s: {cs-uri-query|contains: '/x?'}\ncondition: s");

    assertFinds("webserver-ecs", rule, Map.of("url.original", "/x?a=b"));
    assertFinds("webserver-ecs", rule, Map.of("url.query", "u=/x?"));
  }

  private static void assertFinds(String pipeline, SigmaRule rule, Map<String, Object> event) {
    assertThat(Piped.fires(named(pipeline), rule, event)).isTrue();
    assertThat(Piped.fires(named(pipeline), rule, Map.of("other", "x"))).isFalse();
  }

  private static Map<String, Object> process(String executable) {
    return Map.of(
        "process.executable", executable,
        "process.parent.executable", "C:\\Windows\\System32\\cmd.exe",
        "winlog.event_data.User", "NT AUTHORITY\\SYSTEM",
        "winlog.event_data.IntegrityLevel", "High",
        "event.code", "4688");
  }

  private static SigmaPipeline named(String name) {
    return BuiltInPipelines.named(name).orElseThrow();
  }
}
