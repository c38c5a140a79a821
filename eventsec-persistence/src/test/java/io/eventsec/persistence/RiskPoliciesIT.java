package io.eventsec.persistence;

import static io.eventsec.persistence.TestFeed.osv;
import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.MILD;
import static io.eventsec.persistence.TestFindings.exploited;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.core.vuln.finding.FindingChangeKind;
import io.eventsec.core.vuln.risk.RiskPolicy;
import io.eventsec.core.vuln.risk.RiskPolicyDocument;
import io.eventsec.persistence.riskpolicy.RiskPolicies;
import io.eventsec.persistence.riskpolicy.RiskPolicyChange;
import io.eventsec.persistence.riskpolicy.RiskPolicyQuery;
import io.eventsec.persistence.riskpolicy.RiskPolicyRecord;
import io.eventsec.persistence.riskpolicy.RiskPreview;
import io.eventsec.persistence.riskpolicy.RiskPreviews;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingChanges;
import io.eventsec.persistence.vulnerability.FindingDetail;
import io.eventsec.persistence.vulnerability.FindingHistoryEntry;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.testkit.Parallel;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Tenants judge risk by policies of their own, which are versioned, looked at before, and named.
 */
class RiskPoliciesIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final Tenant OTHER = new Tenant("other");

  /** What is exploited is high, what is bad medium. */
  private static final String CALM =
      """
      {"name": "calm", "levels": {"high": [{"exploited": true}], "medium": [{"cvss": 9}]},
       "dueDays": {"high": 10}}""";

  private static final String STRICT =
      """
      {"name": "calm", "levels": {"critical": [{"cvss": 1}]}}""";

  private final TestFindings given = new TestFindings(STORE);
  private final FindingStore store = new FindingStore(STORE.pool());
  private final TestFeed feed = new TestFeed();
  private UUID user = UUID.randomUUID();

  @BeforeEach
  void people() {
    user = STORE.people().user(TENANT, "ada");
  }

  @Test
  void versions_stayReadable_andTheBuiltInOneIsFoundByItsName() throws Exception {
    RiskPolicyRecord first = create(CALM);
    RiskPolicyRecord second = create(STRICT);
    assertThat(first.policy()).isEqualTo(policy(CALM));
    assertThat(second.policy()).isEqualTo(policy(STRICT).withVersion(2));
    assertThat(first.created().orElseThrow().by().username()).isEqualTo("ada");
    assertThat(find(TENANT, "calm", 1)).contains(first);
    assertThat(find(TENANT, "calm", 3)).isEmpty();
    assertThat(find(OTHER, "calm", 1)).isEmpty();
    assertThat(find(TENANT, "default", 1)).contains(RiskPolicyRecord.BUILT_IN);
    assertThat(find(TENANT, "default", 2)).isEmpty();

    create(CALM.replace("calm", "another"));
    Page<RiskPolicyRecord> page = page(Optional.empty());
    assertThat(page.rows())
        .extracting(one -> one.policy().label())
        .containsExactly("another 1", "calm 2");
    assertThat(page(page.nextCursor()).rows()).containsExactly(first);
  }

  @Test
  void versions_thatCannotBeMade_areRefused() throws Exception {
    create(CALM);
    assertThatThrownBy(() -> create(CALM.replace("calm", "default")))
        .hasMessageContaining("built in: use another");
    assertThatThrownBy(() -> create(CALM.replace("{\"name\"", "{\"version\": 1, \"name\"")))
        .hasMessageContaining("the next one is 2");
    assertThat(create(CALM.replace("{\"name\"", "{\"version\": 2, \"name\"")).policy().version())
        .isEqualTo(2);
    STORE.execute(
        """
        insert into risk_policies (tenant, name, version, definition, reason, created_by, created_at)
        select p.tenant, p.name, n, p.definition, 'r', p.created_by, p.created_at
        from risk_policies p cross join generate_series(3, 1000) n where p.version = 1""");
    assertThatThrownBy(() -> create(CALM)).hasMessageContaining("1000 versions");
  }

  @Test
  void versions_madeAtOnce_getANumberEach() throws Exception {
    Callable<RiskPolicyRecord> making = () -> create(CALM);
    assertThat(Parallel.run(Collections.nCopies(6, making)))
        .extracting(one -> one.policy().version())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
  }

  @Test
  void choice_isMadeOnceOnWhatWasSeen() throws Exception {
    RiskPolicy calm = create(CALM).policy();
    assertThat(call(policies -> policies.inForce(TENANT)).policy()).isEqualTo(RiskPolicy.DEFAULT);
    assertThat(choose(calm, 1)).as("there is no revision 1").isFalse();
    assertThat(choose(calm, 0)).isTrue();
    assertThat(choose(RiskPolicy.DEFAULT, 0)).as("somebody was faster").isFalse();
    assertThat(call(policies -> policies.inForce(TENANT)).policy()).isEqualTo(calm);
    assertThat(call(policies -> policies.inForce(OTHER)).policy()).isEqualTo(RiskPolicy.DEFAULT);
    assertThat(choose(RiskPolicy.DEFAULT, 1)).isTrue();
    assertThat(call(policies -> policies.inForce(TENANT)).policy()).isEqualTo(RiskPolicy.DEFAULT);
  }

  @Test
  void choice_labelsFindingsAnew_assetByAsset_andTheirHistoryNamesIt() throws Exception {
    MatchingLibrary library = library();
    AssetRef one = given.install(TENANT, "one", npm("a"), npm("b"), npm("c"));
    AssetRef two = given.install(TENANT, "two", npm("a"));
    given.install(OTHER, "three", npm("a"));
    given.evaluatePending(library);
    assertThat(labels(TENANT))
        .isEqualTo(
            Map.of(
                "one a",
                RiskLevel.CRITICAL,
                "one b",
                RiskLevel.HIGH,
                "one c",
                RiskLevel.LOW,
                "two a",
                RiskLevel.CRITICAL));

    RiskPolicy calm = create(CALM).policy();
    assertThat(pending(library)).isEmpty();
    choose(calm, 0);

    assertThat(pending(library)).containsExactlyInAnyOrder(one, two);
    assertThat(store.countPending(library)).isEqualTo(2);
    given.evaluate(one, library);
    assertThat(pending(library)).as("what is done stays done").containsExactly(two);
    given.evaluatePending(library);
    assertThat(store.countPending(library)).isZero();
    assertThat(labels(TENANT))
        .isEqualTo(
            Map.of(
                "one a",
                RiskLevel.HIGH,
                "one b",
                RiskLevel.MEDIUM,
                "one c",
                RiskLevel.LOW,
                "two a",
                RiskLevel.HIGH));
    assertThat(labels(OTHER)).isEqualTo(Map.of("three a", RiskLevel.CRITICAL));

    FindingDetail changed = given.detail(TENANT, find("one", "a").id());
    FindingHistoryEntry last = changed.history().get(changed.history().size() - 1);
    assertThat(last.change()).isEqualTo(FindingChangeKind.LABEL);
    assertThat(last.source()).isEqualTo("calm 1");
    assertThat(last.fromRisk()).isEqualTo(RiskLevel.CRITICAL);
    assertThat(last.toRisk()).isEqualTo(RiskLevel.HIGH);
    assertThat(changed.summary().evidence().policy()).isEqualTo("calm 1");
    assertThat(find("one", "b").times().dueAt()).as("a level without days").isEmpty();
    assertThat(find("one", "c").evidence().policy()).as("the same label").isEqualTo("calm 1");
  }

  @Test
  void choice_isAppliedToWhatIsStored_andAssetsWithoutFactsAreLeftToBeCompared() throws Exception {
    MatchingLibrary library = library();
    given.install(TENANT, "one", npm("a"), npm("b"), npm("c"));
    AssetRef two = given.install(TENANT, "two", npm("a"));
    given.install(OTHER, "three", npm("a"));
    given.evaluatePending(library);
    STORE.execute(
        "update asset_vulnerabilities set facts = null where asset_id = '" + two.id() + "'");
    choose(create(CALM).policy(), 0);

    assertThat(given.relabel()).isEqualTo(new FindingChanges(0, 0, 3, 0, 0, 0));

    assertThat(pending(library)).containsExactly(two);
    FindingDetail changed = given.detail(TENANT, find("one", "a").id());
    assertThat(changed.summary().risk()).isEqualTo(RiskLevel.HIGH);
    assertThat(changed.summary().evidence().policy()).isEqualTo("calm 1");
    assertThat(changed.summary().evidence().reasons())
        .containsExactly("known to be exploited since 2026-01-05, by ransomware too");
    assertThat(changed.history().get(changed.history().size() - 1).source()).isEqualTo("calm 1");
    assertThat(given.relabel()).as("what is done stays done").isEqualTo(FindingChanges.NONE);
    given.evaluatePending(library);
    assertThat(labels(TENANT).get("two a")).isEqualTo(RiskLevel.HIGH);
    assertThat(labels(OTHER)).isEqualTo(Map.of("three a", RiskLevel.CRITICAL));
  }

  @Test
  void preview_saysWhatComesAndChangesNothing() throws Exception {
    MatchingLibrary library = library();
    given.install(TENANT, "one", npm("a"), npm("b"), npm("c"));
    given.install(TENANT, "two", npm("a"), npm("b"));
    given.install(OTHER, "three", npm("a"));
    given.evaluatePending(library);
    STORE.execute(
        "update asset_vulnerabilities set status = 'FIXED', closed_at = now() where id in"
            + " (select max(id) from asset_vulnerabilities where tenant = 'default'"
            + " and vulnerability_id = 'CVE-2026-2')");
    String before = given.dump();

    RiskPreview preview = new RiskPreviews(STORE.pool()).of(TENANT, policy(CALM));

    assertThat(given.dump()).isEqualTo(before);
    assertThat(preview.findings()).isEqualTo(4);
    assertThat(preview.unknown()).isZero();
    assertThat(preview.changed()).isEqualTo(3);
    assertThat(preview.moves())
        .containsExactlyInAnyOrder(
            new RiskPreview.Move(RiskLevel.CRITICAL, RiskLevel.HIGH, 2),
            new RiskPreview.Move(RiskLevel.HIGH, RiskLevel.MEDIUM, 1),
            new RiskPreview.Move(RiskLevel.LOW, RiskLevel.LOW, 1));
    assertThat(preview.examples()).extracting(RiskPreview.Example::alike).containsExactly(2L, 1L);
    RiskPreview.Example example = preview.examples().get(0);
    assertThat(example.vulnerability()).isEqualTo("CVE-2026-1");
    assertThat(example.component()).isEqualTo("a");
    assertThat(example.reasons())
        .containsExactly("known to be exploited since 2026-01-05, by ransomware too");

    STORE.execute("update asset_vulnerabilities set facts = null where risk = 'CRITICAL'");
    assertThat(new RiskPreviews(STORE.pool()).of(TENANT, policy(CALM)).unknown()).isEqualTo(2);
  }

  /** One that is exploited, one that is bad, and one that is mild. */
  private MatchingLibrary library() {
    return feed.of(
            "osv.jsonl",
            osv("CVE-2026-1", "a", "2.0.0", BAD),
            osv("CVE-2026-2", "b", "2.0.0", BAD),
            osv("CVE-2026-3", "c", "2.0.0", MILD))
        .of("kev.json", exploited("CVE-2026-1", "2026-02-01"))
        .read();
  }

  private List<AssetRef> pending(MatchingLibrary library) {
    return store.pending(library, Optional.empty(), 100);
  }

  private Map<String, RiskLevel> labels(Tenant tenant) {
    return given.all(tenant).stream()
        .collect(
            Collectors.toMap(one -> one.hostname() + ' ' + one.component(), FindingSummary::risk));
  }

  private FindingSummary find(String hostname, String component) {
    return given.all(TENANT).stream()
        .filter(one -> one.hostname().equals(hostname) && one.component().equals(component))
        .findFirst()
        .orElseThrow();
  }

  private static RiskPolicy policy(String json) throws Exception {
    return RiskPolicyDocument.read(json.getBytes(StandardCharsets.UTF_8)).policy();
  }

  private RiskPolicyRecord create(String json) throws Exception {
    RiskPolicyDocument document = RiskPolicyDocument.read(json.getBytes(StandardCharsets.UTF_8));
    return call(policies -> policies.create(change(), document));
  }

  private boolean choose(RiskPolicy policy, int expected) {
    return call(policies -> policies.choose(change(), policy, expected));
  }

  private RiskPolicyChange change() {
    return new RiskPolicyChange(TENANT, user, "as agreed");
  }

  private Optional<RiskPolicyRecord> find(Tenant tenant, String name, int version) {
    return call(policies -> policies.find(tenant, name, version));
  }

  private Page<RiskPolicyRecord> page(Optional<String> cursor) {
    return call(policies -> policies.page(new RiskPolicyQuery(TENANT, cursor, 2)));
  }

  private static <T> T call(Function<RiskPolicies, T> work) {
    return STORE
        .entities()
        .inTransaction((EntityManager manager) -> work.apply(new RiskPolicies(manager)));
  }
}
