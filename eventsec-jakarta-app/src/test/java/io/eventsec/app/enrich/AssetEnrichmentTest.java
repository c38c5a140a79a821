package io.eventsec.app.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.inventory.AssetFacts;
import io.eventsec.testkit.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssetEnrichmentTest {
  private static final Tenant OTHER = new Tenant("other");
  private static final AssetFacts WEB =
      asset("1", "web-1", Criticality.HIGH, Optional.of("First line"), "10.0.0.1", "2001:db8::1");
  private static final AssetFacts OLD =
      asset("2", "web-1", Criticality.LOW, Optional.empty(), "10.0.0.2");
  private static final AssetFacts MAIL =
      asset("3", "mail", Criticality.CRITICAL, Optional.of("First line"), "10.0.0.3");

  private final AssetEnrichment stage =
      new AssetEnrichment(
          () ->
              new AssetDirectory(
                  Map.of(Tenant.DEFAULT, List.of(WEB, OLD, MAIL), OTHER, List.of(OLD))));

  @Test
  void host_isFoundByNameInAnyCase_theOneHeardOfLastFirst() {
    Event told = stage.enrich(event(Map.of("host.name", "WEB-1")));
    assertThat(told.ecsFields())
        .containsEntry("labels.asset_id", "1")
        .containsEntry("labels.asset_criticality", "high")
        .containsEntry("labels.asset_owner", "First line");
  }

  @Test
  void hostsOfOneEvent_areTold_withTheHighestCriticality() {
    Event told = stage.enrich(event(Map.of("host.ip", List.of("2001:db8::1", "10.0.0.3"))));
    assertThat(told.ecsFields())
        .containsEntry("labels.asset_id", List.of("1", "3"))
        .containsEntry("labels.asset_criticality", "critical")
        .containsEntry("labels.asset_owner", "First line");
  }

  @Test
  void related_countsOnlyWhereNoHostIsKnown() {
    Map<String, Object> related = Map.of("related.ip", List.of("10.0.0.9", "10.0.0.2"));
    assertThat(stage.enrich(event(related)).ecsFields()).containsEntry("labels.asset_id", "2");
    assertThat(
            stage.enrich(event(Map.of("host.name", "mail", "related.ip", "10.0.0.2"))).ecsFields())
        .containsEntry("labels.asset_id", "3");
  }

  @Test
  void whatIsUnknown_orTold_orAnothersStaysAsItIs() {
    Event unknown = event(Map.of("host.name", "unknown"));
    assertThat(stage.enrich(unknown)).isSameAs(unknown);
    Event told = event(Map.of("host.name", "mail", "labels.asset_id", "mine"));
    assertThat(stage.enrich(told)).isSameAs(told);
    Event others = TestEvents.event(OTHER, 1).toBuilder().ecs("host.name", "mail").build();
    assertThat(stage.enrich(others)).isSameAs(others);
  }

  private static Event event(Map<String, Object> fields) {
    Event.Builder builder = TestEvents.event(Tenant.DEFAULT, 1).toBuilder();
    fields.forEach(builder::ecs);
    return builder.build();
  }

  private static AssetFacts asset(
      String id,
      String name,
      Criticality criticality,
      Optional<String> owner,
      String... addresses) {
    return new AssetFacts(id, name, List.of(addresses), criticality, owner);
  }
}
