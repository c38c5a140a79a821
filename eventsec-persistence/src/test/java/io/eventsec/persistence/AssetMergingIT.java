package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.persistence.identity.UserRef;
import io.eventsec.persistence.inventory.AssetDescription;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.AssetMerge;
import io.eventsec.persistence.inventory.AssetMergePreview;
import io.eventsec.persistence.inventory.AssetMergeRecord;
import io.eventsec.persistence.inventory.AssetMergeRequest;
import io.eventsec.persistence.inventory.AssetMergeResult;
import io.eventsec.persistence.inventory.AssetRecord;
import io.eventsec.persistence.inventory.ComponentQuery;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SnapshotResult;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingMove.Target;
import io.eventsec.persistence.vulnerability.FindingSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Assets that turn out to be one machine. */
class AssetMergingIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T10:00:00Z");
  private static final String CLOUD = "aws:i-0123456789abcdef0";

  private UUID ada = new UUID(0, 0);

  @BeforeEach
  void person() {
    ada = STORE.people().user(TENANT, "ada");
  }

  @Test
  void cloudsId_tellsAMachineWhateverItIsCalled() {
    UUID asset = record(identity("", CLOUD, "ip-10-0-0-1"), MONDAY, npm("chalk")).asset();

    SnapshotResult renamed = record(identity("", CLOUD, "web-1"), TUESDAY, npm("chalk"));
    SnapshotResult managed = record(identity("agent-1", CLOUD, "web-1"), WEDNESDAY, npm("chalk"));

    assertThat(List.of(renamed.asset(), managed.asset())).containsOnly(asset);
    assertThat(asset(asset).identity().agentId()).contains("agent-1");
    assertThat(asset(asset).identity().cloudId()).contains(CLOUD);
    assertThat(record(identity("", "aws:i-1", "web-1"), MONDAY).asset()).isNotEqualTo(asset);
  }

  @Test
  void agentThatIsTheCloudsMachine_makesThemOne() {
    UUID byAgent = record(identity("agent-1", "", "web-1"), MONDAY, npm("chalk")).asset();
    UUID byCloud =
        record(identity("", CLOUD, "ip-10-0-0-1"), TUESDAY, npm("chalk"), npm("leftpad")).asset();

    SnapshotResult result = record(identity("agent-1", CLOUD, "web-1"), WEDNESDAY, npm("leftpad"));

    assertThat(result.asset()).isEqualTo(byAgent);
    assertThat(result.merges())
        .containsExactly(new AssetMerge(byCloud, byAgent, "ip-10-0-0-1", AssetMerge.Rule.CLOUD_ID));
    assertThat(asset(byCloud).id()).isEqualTo(byAgent);
    assertThat(asset(byAgent).identity().cloudId()).contains(CLOUD);
    assertThat(names(byAgent, MONDAY)).containsExactly("chalk");
    assertThat(names(byAgent, TUESDAY)).containsExactly("chalk", "leftpad");
    assertThat(names(byAgent, WEDNESDAY)).containsExactly("leftpad");
    assertThat(merges(byAgent)).hasSize(1);
    assertThat(record(identity("", CLOUD, "other"), WEDNESDAY).asset()).isEqualTo(byAgent);
  }

  /** Its image, with the agent in it, was copied. */
  @Test
  void twoAgentsOfOneCloudId_stayTwo() {
    UUID first = record(identity("agent-1", CLOUD, "web-1"), MONDAY).asset();
    UUID second = record(identity("agent-2", "", "web-2"), MONDAY).asset();

    SnapshotResult result = record(identity("agent-2", CLOUD, "web-2"), TUESDAY);

    assertThat(result.asset()).isEqualTo(second);
    assertThat(result.merges()).isEmpty();
    assertThat(asset(first).identity().cloudId()).contains(CLOUD);
    assertThat(asset(second).identity().cloudId()).isEmpty();
  }

  @Test
  void nameAndAddress_makeOneOfWhatOnlyItsNameTells() {
    UUID named = record(identity("", "", "web-1", "192.0.2.7"), MONDAY, npm("chalk")).asset();
    UUID agent = record(identity("agent-1", "", "old-name", "192.0.2.9"), MONDAY).asset();

    SnapshotResult elsewhere =
        record(identity("agent-1", "", "web-1", "192.0.2.9", "127.0.0.1"), TUESDAY);
    assertThat(elsewhere.merges()).isEmpty();
    SnapshotResult here = record(identity("agent-1", "", "web-1", "192.0.2.7"), WEDNESDAY);

    assertThat(here.asset()).isEqualTo(agent);
    assertThat(here.merges()).extracting(AssetMerge::merged).containsExactly(named);
    assertThat(here.merges().get(0).rule()).isEqualTo(AssetMerge.Rule.NAME_AND_ADDRESS);
    assertThat(names(agent, MONDAY)).containsExactly("chalk");
    assertThat(names(agent, WEDNESDAY)).isEmpty();
  }

  @Test
  void merge_keepsWhatPeopleSaid_andIsLookedThroughAgain() {
    TestFindings findings = new TestFindings(STORE);
    TestFeed feed = new TestFeed();
    String advisory = TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD);
    AssetRef one = findings.install(TENANT, "web-1", npm("leftpad"));
    AssetRef two = findings.install(TENANT, "web-2", npm("leftpad"));
    findings.evaluate(one, feed.of("osv.jsonl", advisory).read());
    findings.evaluate(two, feed.of("osv.jsonl", advisory).read());
    FindingSummary other =
        findings.all(TENANT).stream()
            .filter(finding -> finding.asset().equals(two.id()))
            .findFirst()
            .orElseThrow();
    findings.move(TENANT, ada, Target.of(FindingStatus.IN_REVIEW, "mine"), other);
    describe(two.id(), Criticality.CRITICAL);

    AssetMergeResult merged = merge(TENANT, one.id(), two.id());

    assertThat(merged)
        .isInstanceOfSatisfying(
            AssetMergeResult.Merged.class,
            done -> assertThat(done.merge().rule()).isEqualTo(AssetMerge.Rule.PERSON));
    List<FindingSummary> left = findings.all(TENANT);
    assertThat(left).hasSize(1);
    assertThat(left.get(0).status()).isEqualTo(FindingStatus.IN_REVIEW);
    assertThat(left.get(0).asset()).isEqualTo(one.id());
    assertThat(asset(two.id()).criticality()).isEqualTo(Criticality.CRITICAL);
    assertThat(asset(one.id()).components()).isEqualTo(1);
    FindingChanges again = findings.evaluatePending(feed.of("osv.jsonl", advisory).read());
    assertThat(again.changed() + again.unchanged()).isOne();
    assertThat(again.opened() + again.reopened() + again.fixed()).isZero();
    assertThat(findings.all(TENANT)).hasSize(1);
  }

  @Test
  void mergedAgent_leadsToTheAssetThatItIsPartOf() {
    UUID first = record(identity("agent-1", "", "web-1"), MONDAY).asset();
    UUID second = record(identity("agent-2", "", "web-2"), MONDAY).asset();
    UUID third = record(identity("agent-3", "", "web-3"), MONDAY).asset();
    merge(TENANT, second, first);
    merge(TENANT, third, second);

    assertThat(record(identity("agent-1", "", "web-9"), TUESDAY).asset()).isEqualTo(third);
    assertThat(asset(first).id()).isEqualTo(third);
    assertThat(merges(third)).hasSize(2);
  }

  @Test
  void ofTwoWhoMergeUponTheSameState_onlyOneDoes() {
    UUID stays = record(identity("agent-1", "", "web-1"), MONDAY).asset();
    UUID first = record(identity("agent-2", "", "web-2"), MONDAY).asset();
    UUID second = record(identity("agent-3", "", "web-3"), MONDAY).asset();

    assertThat(merge(TENANT, stays, 1, first)).isInstanceOf(AssetMergeResult.Merged.class);
    assertThat(merge(TENANT, stays, 1, second)).isEqualTo(new AssetMergeResult.Stale(2));
    assertThat(merges(stays)).hasSize(1);
    assertThat(asset(second).id()).isEqualTo(second);

    assertThat(merge(TENANT, stays, 2, second)).isInstanceOf(AssetMergeResult.Merged.class);
  }

  @Test
  void whatIsSaidOfALaterOne_countsWhereNobodyHasSaidAThing() {
    UUID stays = record(identity("agent-1", "", "web-1"), MONDAY).asset();
    UUID silent = record(identity("agent-2", "", "web-2"), MONDAY).asset();
    UUID said = record(identity("agent-3", "", "web-3"), MONDAY).asset();
    describe(said, Criticality.CRITICAL);

    merge(TENANT, stays, silent);
    assertThat(asset(stays).described()).isFalse();
    merge(TENANT, stays, said);

    assertThat(asset(stays).described()).isTrue();
    assertThat(asset(stays).criticality()).isEqualTo(Criticality.CRITICAL);
  }

  @Test
  void merges_tellWhoSaidSo_andWhatLeadsHere() {
    UUID first = record(identity("agent-1", CLOUD, "web-1"), MONDAY).asset();
    UUID second = record(identity("", "", "web-2"), MONDAY).asset();
    merge(TENANT, second, first);

    AssetMergeRecord noted = merges(second).get(0);
    assertThat(noted.merge().hostname()).isEqualTo("web-1");
    assertThat(noted.agentId()).contains("agent-1");
    assertThat(noted.cloudId()).contains(CLOUD);
    assertThat(noted.by()).map(UserRef::username).contains("ada");
  }

  @Test
  void preview_tellsWhatTheMergeMakes() {
    // The one that stays: said nothing of, without a snapshot, with a later one, with an older one.
    UUID silent = record(identity("", "", "a-1", "192.0.2.1"), MONDAY, npm("chalk")).asset();
    UUID said =
        record(identity("agent-2", "", "b-1", "192.0.2.2"), TUESDAY, npm("chalk"), npm("leftpad"))
            .asset();
    describe(said, Criticality.CRITICAL);
    assertPreviewHolds(silent, said, 2);

    UUID older = record(identity("", CLOUD, "a-2"), MONDAY, npm("chalk"), npm("fine")).asset();
    UUID newer = record(identity("agent-3", "", "b-2"), WEDNESDAY, npm("leftpad")).asset();
    describe(newer, Criticality.HIGH);
    assertPreviewHolds(newer, older, 1);

    UUID one = record(identity("", "", "a-3"), MONDAY, npm("chalk")).asset();
    UUID two = record(identity("agent-4", "aws:i-9", "b-3"), MONDAY, npm("fine")).asset();
    assertPreviewHolds(one, two, 1);
  }

  private void assertPreviewHolds(UUID survivor, UUID other, int components) {
    AssetMergePreview preview =
        with(inventory -> inventory.previewMerge(TENANT, survivor, other)).orElseThrow();
    assertThat(preview.survivor()).isEqualTo(asset(survivor));
    assertThat(preview.other()).isEqualTo(asset(other));
    assertThat(preview.after().components()).isEqualTo(components);
    merge(TENANT, survivor, other);
    assertThat(asset(survivor)).isEqualTo(preview.after());
  }

  @Test
  void preview_countsWhatComesAlong_andIsOfTheTenantOnly() {
    TestFindings findings = new TestFindings(STORE);
    AssetRef one = findings.install(TENANT, "web-1", npm("chalk"));
    AssetRef two = findings.install(TENANT, "web-2", npm("leftpad"));
    findings.evaluate(
        two,
        new TestFeed().of("osv.jsonl", TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD)).read());

    AssetMergePreview preview =
        with(inventory -> inventory.previewMerge(TENANT, one.id(), two.id())).orElseThrow();
    assertThat(preview.belongings()).isEqualTo(new AssetMergePreview.Belongings(1, 0));
    Optional<AssetMergePreview> theirs =
        with(inventory -> inventory.previewMerge(OTHER, one.id(), two.id()));
    assertThat(theirs).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(inventory -> inventory.previewMerge(TENANT, one.id(), one.id())))
        .withMessageContaining("name another one");
  }

  @Test
  void whatIsNotThereOrOfAnotherTenant_isNotMerged() {
    UUID asset = record(identity("", "", "web-1"), MONDAY).asset();
    STORE.people().user(OTHER, "eve");

    assertThat(merge(OTHER, asset, new UUID(1, 1))).isEqualTo(new AssetMergeResult.Missing());
    assertThat(merge(TENANT, asset, new UUID(1, 1))).isEqualTo(new AssetMergeResult.Missing());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> merge(TENANT, asset, asset))
        .withMessageContaining("name another one");
  }

  private static List<AssetMergeRecord> merges(UUID asset) {
    return with(inventory -> inventory.merges(TENANT, asset));
  }

  /** By somebody who has just looked at the one that stays. */
  private AssetMergeResult merge(Tenant tenant, UUID survivor, UUID other) {
    int revision =
        with(inventory -> inventory.find(tenant, survivor)).map(AssetRecord::revision).orElse(1);
    return merge(tenant, survivor, revision, other);
  }

  private AssetMergeResult merge(Tenant tenant, UUID survivor, int revision, UUID other) {
    return with(
        inventory ->
            inventory.merge(new AssetMergeRequest(tenant, survivor, revision, other, ada)));
  }

  private static void describe(UUID asset, Criticality criticality) {
    with(
        inventory ->
            inventory.describe(
                new AssetDescription(
                    TENANT, asset, 1, criticality, Set.of("dmz"), "The shop", Optional.empty())));
  }

  private static AssetIdentity identity(
      String agent, String cloud, String hostname, String... addresses) {
    return new AssetIdentity(
        Optional.of(agent).filter(id -> !id.isEmpty()),
        Optional.of(cloud).filter(id -> !id.isEmpty()),
        hostname,
        Set.of(addresses));
  }

  private static SnapshotResult record(
      AssetIdentity identity, Instant at, SoftwareComponent... components) {
    Snapshot snapshot = new Snapshot(TENANT, identity, at, List.of(components));
    return with(inventory -> inventory.record(snapshot));
  }

  private static AssetRecord asset(UUID id) {
    return with(inventory -> inventory.find(TENANT, id)).orElseThrow();
  }

  private static List<String> names(UUID asset, Instant at) {
    return with(inventory -> inventory.components(ComponentQuery.at(TENANT, asset, at, 10)))
        .rows()
        .stream()
        .map(row -> row.component().name())
        .toList();
  }

  private static <T> T with(Function<Inventory, T> work) {
    return STORE.entities().inTransaction(manager -> work.apply(new Inventory(manager)));
  }
}
