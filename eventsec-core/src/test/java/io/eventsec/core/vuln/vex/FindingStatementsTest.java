package io.eventsec.core.vuln.vex;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.finding.FindingState;
import io.eventsec.core.vuln.finding.RiskAcceptance;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.vex.FindingStatements.Hosts;
import io.eventsec.core.vuln.vex.format.UnreadableVexException;
import io.eventsec.core.vuln.vex.format.VexFormat;
import io.eventsec.core.vuln.vex.format.VexReader;
import io.eventsec.core.vuln.vex.format.VexWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are made here and handed in here again. */
class FindingStatementsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final VexSource OURS =
      new VexSource(
          "urn:uuid:3f2b8c1e-0000-4000-8000-000000000001", VexSource.OURS, Optional.of(NOW));
  private static final FindingState ACCEPTED =
      FindingState.accepted(
          new RiskAcceptance("ada", "It is behind a proxy", Instant.parse("2027-01-01T00:00:00Z")));
  private static final FindingState MITIGATED = FindingState.of(FindingStatus.MITIGATED);
  private static final FindingState IN_REVIEW = FindingState.of(FindingStatus.IN_REVIEW);

  static Stream<Arguments> everyStateInEveryFormat() {
    return Stream.of(
            FindingState.OPEN,
            IN_REVIEW,
            MITIGATED,
            ACCEPTED,
            FindingState.of(FindingStatus.FALSE_POSITIVE))
        .flatMap(state -> Stream.of(VexFormat.values()).map(format -> Arguments.of(state, format)));
  }

  @ParameterizedTest
  @MethodSource("everyStateInEveryFormat")
  void ourDocument_handedInAgain_saysNothingNew(FindingState state, VexFormat format)
      throws Exception {
    VexDocument back = writtenAndRead(state, OURS, format);
    assertThat(FindingStatements.isEcho(back.source(), state, claim(back)))
        .as("%s as %s", state, format)
        .isTrue();
  }

  @Test
  void ourUnderInvestigation_isNoJudgementOfAnything() throws Exception {
    VexClaim claim = claim(writtenAndRead(FindingState.OPEN, OURS, VexFormat.OPENVEX));
    assertThat(claim.status()).isEqualTo(VexStatus.UNDER_INVESTIGATION);
    for (FindingState state : List.of(FindingState.OPEN, IN_REVIEW, MITIGATED, ACCEPTED)) {
      assertThat(FindingStatements.isEcho(OURS, state, claim)).as(state.toString()).isTrue();
    }
  }

  @Test
  void whatWasDecidedSince_isNoEcho() throws Exception {
    VexClaim mitigated = claim(writtenAndRead(MITIGATED, OURS, VexFormat.CSAF));
    assertThat(FindingStatements.isEcho(OURS, FindingState.OPEN, mitigated)).isFalse();
    VexClaim falsePositive =
        claim(
            writtenAndRead(FindingState.of(FindingStatus.FALSE_POSITIVE), OURS, VexFormat.OPENVEX));
    assertThat(FindingStatements.isEcho(OURS, MITIGATED, falsePositive)).isFalse();
  }

  @Test
  void whatOthersSay_isNoEchoOfOurs() {
    VexSource theirs = new VexSource("urn:theirs", "ACME PSIRT", Optional.of(NOW));
    VexClaim claim = VexClaim.of(VexStatus.UNDER_INVESTIGATION);
    assertThat(FindingStatements.isEcho(theirs, FindingState.OPEN, claim)).isFalse();
    VexSource nobody = new VexSource("urn:theirs", "", Optional.of(NOW));
    assertThat(FindingStatements.isEcho(nobody, FindingState.OPEN, claim)).isFalse();
  }

  @Test
  void whatWasDecidedOnOneAsset_isNotStatedOfAllThatHaveTheComponent() {
    VexPosition spared = position("pkg:npm/leftpad@1.0.0", MITIGATED);
    VexPosition open = position("pkg:npm/leftpad@1.0.0", FindingState.OPEN);
    VexPosition alone = position("pkg:npm/chalk@1.0.0", MITIGATED);
    for (List<VexPosition> positions :
        List.of(List.of(spared, open, alone), List.of(open, alone, spared, spared))) {
      List<VexStatement> stated = FindingStatements.ofPositions(positions, OURS).statements();
      assertThat(stated)
          .extracting(one -> one.claim().status() + " " + one.products().get(0).component().label())
          .containsExactlyInAnyOrder(
              "UNDER_INVESTIGATION pkg:npm/leftpad@1.0.0", "NOT_AFFECTED pkg:npm/chalk@1.0.0");
    }
    assertThat(
            FindingStatements.ofPositions(List.of(spared, spared), OURS)
                .statements()
                .get(0)
                .claim()
                .status())
        .isEqualTo(VexStatus.NOT_AFFECTED);
  }

  private static final VexHost WEB =
      new VexHost(UUID.fromString("3e671687-395b-41f5-a30f-a58921a69b79"), "web 1.example.net");
  private static final VexHost DB =
      new VexHost(UUID.fromString("4e671687-395b-41f5-a30f-a58921a69b79"), "db-1");

  private static final List<VexPosition> ON_HOSTS =
      List.of(
          on(WEB, "pkg:npm/leftpad@1.0.0", MITIGATED),
          on(DB, "pkg:npm/leftpad@1.0.0", FindingState.OPEN),
          on(WEB, "pkg:npm/chalk@1.0.0", MITIGATED),
          on(DB, "pkg:npm/chalk@1.0.0", MITIGATED));

  @Test
  void whatDiffers_isStatedOfEachHost_andWhatDoesNotOfTheComponent() {
    assertThat(said(ON_HOSTS, Hosts.WHERE_THEY_DIFFER))
        .containsExactlyInAnyOrder(
            "NOT_AFFECTED pkg:npm/leftpad@1.0.0 on urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79#web%201.example.net",
            "UNDER_INVESTIGATION pkg:npm/leftpad@1.0.0 on urn:uuid:4e671687-395b-41f5-a30f-a58921a69b79#db-1",
            "NOT_AFFECTED pkg:npm/chalk@1.0.0");
    assertThat(said(ON_HOSTS, Hosts.UNNAMED))
        .containsExactlyInAnyOrder(
            "UNDER_INVESTIGATION pkg:npm/leftpad@1.0.0", "NOT_AFFECTED pkg:npm/chalk@1.0.0");
    assertThat(said(ON_HOSTS, Hosts.ALWAYS)).hasSize(4).allMatch(one -> one.contains(" on urn:"));
  }

  @Test
  void hostThatNobodySays_leavesTheComponentUnderInvestigation() {
    List<VexPosition> positions =
        List.of(
            on(WEB, "pkg:npm/leftpad@1.0.0", MITIGATED),
            position("pkg:npm/leftpad@1.0.0", FindingState.OPEN));
    assertThat(said(positions, Hosts.WHERE_THEY_DIFFER))
        .containsExactly("UNDER_INVESTIGATION pkg:npm/leftpad@1.0.0");
  }

  @ParameterizedTest
  @EnumSource(
      value = VexFormat.class,
      names = {"OPENVEX", "CSAF"})
  void whatIsStatedOfAHost_isReadAgain_andCountsThereAlone(VexFormat format) throws Exception {
    StringWriter text = new StringWriter();
    new VexWriter()
        .write(
            OURS,
            FindingStatements.byVulnerability(ON_HOSTS.iterator(), OURS, Hosts.WHERE_THEY_DIFFER),
            format,
            "the shop",
            text);
    VexDocument read = new VexReader().read(text.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(read.problems()).isEmpty();
    assertThat(counting(read, new VexHost(WEB.asset(), "another name")))
        .containsExactly("NOT_AFFECTED", "NOT_AFFECTED");
    assertThat(counting(read, DB)).containsExactly("UNDER_INVESTIGATION", "NOT_AFFECTED");
    assertThat(counting(read, new VexHost(new UUID(1, 1), "else")))
        .containsExactly("nothing", "NOT_AFFECTED");
  }

  private static List<String> counting(VexDocument document, VexHost host) {
    List<VexSubject> subjects =
        Stream.of("pkg:npm/leftpad@1.0.0", "pkg:npm/chalk@1.0.0")
            .map(purl -> position(purl, FindingState.OPEN).subject())
            .toList();
    SoftwareInventory inventory =
        new SoftwareInventory(
            VexHost.id(host.asset()),
            Optional.empty(),
            subjects.stream().map(VexSubject::component).toList(),
            List.of());
    return VexSet.of(document.statements()).counting(subjects, inventory, any -> {}).stream()
        .map(one -> one.map(said -> said.claim().status().name()).orElse("nothing"))
        .toList();
  }

  private static List<String> said(List<VexPosition> positions, Hosts hosts) {
    List<String> said = new ArrayList<>();
    FindingStatements.byVulnerability(positions.iterator(), OURS, hosts)
        .forEachRemaining(
            statements ->
                statements.forEach(
                    one ->
                        one.products()
                            .forEach(
                                product ->
                                    said.add(
                                        one.claim().status()
                                            + " "
                                            + product.component().label()
                                            + product.within().stream()
                                                .map(host -> " on " + host.label())
                                                .collect(Collectors.joining())))));
    return said;
  }

  private static VexPosition on(VexHost host, String purl, FindingState state) {
    VexPosition position = position(purl, state);
    return new VexPosition(position.subject(), state, Optional.empty(), Optional.of(host));
  }

  private static VexPosition position(String purl, FindingState state) {
    return new VexPosition(
        new VexSubject("CVE-2026-1", Set.of(), Set.of(), "Hole", Findings.component(purl)),
        state,
        Optional.empty());
  }

  private static VexDocument writtenAndRead(FindingState state, VexSource source, VexFormat format)
      throws IOException, UnreadableVexException {
    VexPosition position = position("pkg:npm/leftpad@1.0.0", state);
    String text =
        new VexWriter()
            .write(FindingStatements.ofPositions(List.of(position), source), format, "the shop");
    return new VexReader().read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static VexClaim claim(VexDocument document) {
    assertThat(document.statements()).hasSize(1);
    return document.statements().get(0).claim();
  }
}
