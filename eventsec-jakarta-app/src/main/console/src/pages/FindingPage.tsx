import { useResource } from "../api/useResource";
import { type Finding, type FindingDue, type RiskFacts, type TaggedFinding, WAITING } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { counted, percent } from "../text/values";
import { SeverityBadge, severityName, StatusBadge } from "../ui/badges";
import { Fact, PageHead, Panel, Time } from "../ui/parts";
import { Empty, Loaded } from "../ui/states";
import { Text } from "../ui/Text";
import { FindingActions } from "./FindingActions";
import { FindingHistory } from "./FindingHistory";
import { Due, ExploitedTag, HostLink, RansomwareTag } from "./FindingTable";
import { PersonName } from "./PeoplePanel";
import { SSVC_HINTS, SSVC_NAMES } from "./policyWords";
import { WhyFound } from "./WhyFound";

/** A vulnerability in a component of an asset: why it is said to be there, how bad it is, and what people did about it. */
export function FindingPage({ id }: { id: string }) {
  const { client } = useAccess();
  const tagged = useResource<TaggedFinding>(id, (signal) => client.vulnerabilities.finding(id, signal));
  if (tagged.problem?.status === 404) {
    return (
      <>
        <PageHead title="Finding" />
        <Empty title="There is no such finding">
          <p>
            Its asset may be gone. Go to the <Link to={paths.vulnerabilities}>vulnerabilities</Link>.
          </p>
        </Empty>
      </>
    );
  }
  return (
    <Loaded of={tagged} what="the finding">
      {(now) => <FindingView tagged={now} onChanged={tagged.set} onStale={tagged.reload} />}
    </Loaded>
  );
}

function FindingView({ tagged, onChanged, onStale }: { tagged: TaggedFinding; onChanged: (now: TaggedFinding) => void; onStale: () => void }) {
  const { finding, history, facts, due } = tagged;
  return (
    <>
      <PageHead
        title={finding.title === "" ? finding.vulnerabilityId : `${finding.vulnerabilityId}: ${finding.title}`}
        context={
          <p className="crumbs">
            <Link to={paths.vulnerabilities}>Vulnerabilities</Link> <span aria-hidden="true">/</span>
          </p>
        }
      >
        <Link className="button" to={paths.findings({ vulnerability: finding.vulnerabilityId, status: "any" })}>
          Everywhere it is
        </Link>
      </PageHead>
      <div className="alert-line">
        <SeverityBadge severity={finding.risk} />
        <StatusBadge status={finding.status} />
        <ExploitedTag finding={finding} />
        {facts?.kev?.ransomware && <RansomwareTag />}
        <span>
          <Text value={finding.component} max={120} />{" "}
          <span className="mono">
            <Text value={finding.version} max={120} />
          </span>
        </span>
        <span>
          on <HostLink finding={finding} />
        </span>
        <span>
          {finding.fixedVersion === null ? (
            "No fixed version is known"
          ) : (
            <>
              Fixed in{" "}
              <span className="mono">
                <Text value={finding.fixedVersion} max={120} />
              </span>
            </>
          )}
        </span>
      </div>
      {finding.undecided && (
        <div className="note note-warn">
          <p className="note-title">Nobody can tell whether it is affected</p>
          <p>No source can tell by its version. Look below what could not be compared, and decide by hand.</p>
        </div>
      )}
      <FindingActions tagged={tagged} onChanged={onChanged} onStale={onStale} />
      <div className="columns">
        <div>
          <WhyFound evidence={finding.evidence} />
          <RiskPanel finding={finding} facts={facts} />
        </div>
        <div>
          <Standing finding={finding} due={due} />
          <FindingHistory history={history} />
        </div>
      </div>
    </>
  );
}

/** How the label came about. */
function RiskPanel({ finding, facts }: { finding: Finding; facts: RiskFacts | null }) {
  const { evidence, scores } = finding;
  return (
    <Panel title="How the risk came about">
      {evidence.reasons.length > 0 ? (
        <ul>
          {evidence.reasons.map((reason) => (
            <li key={reason}>
              <Text value={reason} max={300} />
            </li>
          ))}
        </ul>
      ) : (
        <p>Nothing that the policy asks for is known of it: that is the lowest label.</p>
      )}
      <dl className="facts facts-wide">
        <Fact name="Policy">{evidence.policy === "" ? <span className="muted">not noted</span> : <Text value={evidence.policy} max={120} />}</Fact>
        <Fact name="Score">{finding.riskScore.toFixed(3)}</Fact>
        <Fact name="CVSS">{scores.cvssScore === null ? <span className="muted">nobody gave one</span> : scores.cvssScore.toFixed(1)}</Fact>
        <Fact name="EPSS">{scores.epss === null ? <span className="muted">not known</span> : `${percent(scores.epss)} in the next 30 days`}</Fact>
        <Fact name="KEV">{finding.exploited ? `exploited${scores.kevSince === null ? "" : `, known since ${scores.kevSince}`}` : "not known to be exploited"}</Fact>
        {facts?.kev != null && <Fact name="Ransomware">{facts.kev.ransomware ? "campaigns of ransomware are known to use it" : "no campaign is known to use it"}</Fact>}
        <Fact name="SSVC">
          <Decision facts={facts} />
        </Fact>
        {facts !== null && (
          <Fact name="Host">
            {severityName(facts.criticality).toLowerCase()} criticality, {facts.exposed ? "can be reached from outside" : "not known to be reached from outside"}
          </Fact>
        )}
      </dl>
    </Panel>
  );
}

/** What CISA's tree says of it on this host, and the answers that it says so by. */
function Decision({ facts }: { facts: RiskFacts | null }) {
  if (facts === null) return <span className="muted">not noted yet</span>;
  if (facts.ssvc === null) return <span className="muted">nobody answered</span>;
  const { decision, exploitation, automatable, total } = facts.ssvc;
  return (
    <>
      <strong>{SSVC_NAMES[decision] ?? decision}</strong>: {SSVC_HINTS[decision] ?? ""}{" "}
      <span className="muted">
        (exploitation {exploitation === "poc" ? "proof of concept" : exploitation}, {automatable ? "can be" : "cannot be"} automated, {total ? "total" : "partial"} impact)
      </span>
    </>
  );
}

/** Where it stands, since when, and until when. */
function Standing({ finding, due }: { finding: Finding; due: FindingDue | null }) {
  return (
    <Panel title="Where it stands">
      <dl className="facts">
        <Fact name="Due">
          <Due finding={finding} />
        </Fact>
        {due !== null && WAITING.includes(finding.status) && (
          <Fact name="Why then">
            {due.by === "kev" ? `CISA wants it mended by ${due.kevDue ?? "then"}` : `${counted(due.days, "day")} for ${severityName(finding.risk).toLowerCase()} by the policy`}
          </Fact>
        )}
        <Fact name="Found first">
          <Time at={finding.foundAt} />
        </Fact>
        {finding.openedAt !== finding.foundAt && (
          <Fact name="There again since">
            <Time at={finding.openedAt} />
          </Fact>
        )}
        {finding.closedAt !== null && (
          <Fact name="Gone since">
            <Time at={finding.closedAt} />
          </Fact>
        )}
        {finding.status === "accepted" && (
          <>
            <Fact name="Answers for it">
              <PersonName person={finding.acceptedBy} />
            </Fact>
            <Fact name="Accepted until">
              <Time at={finding.acceptedUntil} />
            </Fact>
          </>
        )}
        {finding.justification !== null && <Fact name="Justification">{finding.justification.replaceAll("_", " ")}</Fact>}
      </dl>
      {finding.reason !== "" && (
        <>
          <h3>Reason</h3>
          <p>
            <Text value={finding.reason} lines max={1000} />
          </p>
        </>
      )}
    </Panel>
  );
}
