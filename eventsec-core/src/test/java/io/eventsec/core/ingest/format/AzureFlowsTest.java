package io.eventsec.core.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AzureFlowsTest {
  private static String ofGroup(String tuples) {
    return "{\"time\":\"2026-11-27T08:15:30Z\",\"category\":\"NetworkSecurityGroupFlowEvent\",\"operationName\":\"x\","
        + "\"properties\":{\"Version\":2,\"flows\":[{\"rule\":\"r7\",\"flows\":[{\"mac\":\"02005E10000A\",\"flowTuples\":["
        + tuples
        + "]}]}]}}";
  }

  @Test
  void flowOfASecurityGroup_hasBothEndsAndCounts() {
    Event event =
        DeviceLines.event(
            ofGroup("\"1795767330,192.0.2.7,198.51.100.1,50000,443,T,O,A,E,3,767,2,1580\""));

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "azure_network_watcher_nsg.log")
        .containsEntry("event.type", List.of("connection", "allowed"))
        .containsEntry("event.outcome", "success")
        .containsEntry("event.start", "2026-11-27T08:15:30Z")
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("source.port", 50_000L)
        .containsEntry("source.packets", 3L)
        .containsEntry("source.bytes", 767L)
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("destination.packets", 2L)
        .containsEntry("destination.bytes", 1580L)
        .containsEntry("network.bytes", 2347L)
        .containsEntry("network.transport", "tcp")
        .containsEntry("network.direction", "outbound")
        .containsEntry("rule.name", "r7");
  }

  @Test
  void severalFlows_haveAllEndsOnceAndTheSums() {
    Event event =
        DeviceLines.event(
            ofGroup(
                "\"1795767330,192.0.2.7,198.51.100.1,50000,443,T,I,D,B,,,,\","
                    + "\"1795767390,192.0.2.8,198.51.100.1,50001,53,U,I,A,C,1,10,1,20\","
                    + "\"1795767400,192.0.2.8,198.51.100.1,50001,53,U,I,A,E,2,30,2,40\""));

    assertThat(event.ecsFields())
        .containsEntry("source.ip", List.of("192.0.2.7", "192.0.2.8"))
        .containsEntry("destination.ip", "198.51.100.1")
        .containsEntry("network.transport", List.of("tcp", "udp"))
        .containsEntry("event.type", List.of("connection", "denied", "allowed"))
        .containsEntry("event.start", "2026-11-27T08:15:30Z")
        .containsEntry("event.end", "2026-11-27T08:16:40Z")
        .containsEntry("source.bytes", 40L)
        .containsEntry("destination.bytes", 60L)
        .doesNotContainKey("event.outcome");
  }

  @Test
  void flowOfANetwork_hasMillisecondsAndANumberedProtocol() {
    Event event =
        DeviceLines.event(
            "{\"time\":\"2026-11-27T08:15:30Z\",\"category\":\"FlowLogFlowEvent\",\"macAddress\":\"02005E10000A\",\"operationName\":"
                + "\"FlowLogFlowEvent\",\"flowRecords\":{\"flows\":[{\"aclID\":\"a\",\"flowGroups\":[{\"rule\":\"r7\",\"flowTuples\":["
                + "\"1795767330500,192.0.2.7,198.51.100.1,50000,53,17,I,D,NX,0,0,0,0\"]}]}]}}");

    assertThat(event.ecsFields())
        .containsEntry("event.dataset", "azure_network_watcher_vnet.log")
        .containsEntry("event.start", "2026-11-27T08:15:30.500Z")
        .containsEntry("event.type", List.of("connection", "denied"))
        .containsEntry("event.outcome", "failure")
        .containsEntry("network.transport", "udp")
        .containsEntry("network.direction", "inbound")
        .containsEntry("source.bytes", 0L);
  }

  @Test
  void tupleThatIsNone_isToldAndTheOthersCount() {
    Event event =
        DeviceLines.any(
            ofGroup(
                "\"soon,192.0.2.7,198.51.100.1,1,2,T,O,A\",\"\",\"1795767330,192.0.2.7,198.51.100.1,x,443,T,O,A\""));

    assertThat(event.ecsFields())
        .containsEntry("source.ip", "192.0.2.7")
        .containsEntry("destination.port", 443L)
        .doesNotContainKey("source.port")
        .hasEntrySatisfying(
            "error.message",
            told -> assertThat(told.toString()).contains("The flow 'soon,192.0.2.7"));
  }

  @Test
  void moreFlowsThanAMinuteHas_areBounded() {
    String many =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "\"1795767330,192.0.2.7,198.51.100.1,%d,443,T,O,A\"".formatted(i + 1))
            .collect(Collectors.joining(","));

    assertThat(DeviceLines.event(ofGroup(many)).ecsFields().get("source.port"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(2_000);
  }
}
