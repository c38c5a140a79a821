import { type Finding, MOST_MOVED, WAITING } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { percent } from "../text/values";
import { plain } from "../text/visible";
import { SeverityBadge, StatusBadge } from "../ui/badges";
import { Time } from "../ui/parts";
import { type Column, Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { dayDistance, findingName } from "./findingMoves";

interface Props {
  findings: Finding[];
  /** Which rows are selected; without it none can be. */
  selected?: ReadonlySet<string>;
  onSelect?: (ids: readonly string[]) => void;
}

export function FindingTable({ findings, selected, onSelect }: Props) {
  const toggle = (id: string, on: boolean) => {
    const others = findings.map((one) => one.id).filter((one) => one !== id && selected?.has(one));
    onSelect?.(on ? [...others, id].slice(0, MOST_MOVED) : others);
  };
  const all = findings.length > 0 && findings.slice(0, MOST_MOVED).every(({ id }) => selected?.has(id));
  const columns: (Column | false)[] = [
    onSelect !== undefined && {
      name: "Selected",
      className: "cell-select",
      head: <input type="checkbox" aria-label="Select all that are shown" checked={all} onChange={() => onSelect(all ? [] : findings.slice(0, MOST_MOVED).map(({ id }) => id))} />,
    },
    "Risk",
    "Vulnerability",
    "Host",
    "Component",
    "Fixed in",
    { name: "CVSS", number: true },
    { name: "EPSS", number: true, head: <abbr title="How probable its exploitation is in the next 30 days">EPSS</abbr> },
    "Due",
    "Status",
  ];
  return (
    <Table label="Findings" columns={columns}>
      {findings.map((finding) => (
        <tr key={finding.id} className={finding.overdue ? "row-link row-overdue" : "row-link"} data-finding-id={finding.id}>
          {onSelect !== undefined && (
            <td className="cell-select">
              <input type="checkbox" aria-label={`Select ${plain(findingName(finding))}`} checked={selected?.has(finding.id) ?? false} onChange={(event) => toggle(finding.id, event.target.checked)} />
            </td>
          )}
          <Cells finding={finding} />
        </tr>
      ))}
    </Table>
  );
}

function Cells({ finding }: { finding: Finding }) {
  const { scores } = finding;
  return (
    <>
      <td>
        <SeverityBadge severity={finding.risk} />
        <div className="muted" title="To order those of one label: 0 to 1">
          {finding.riskScore.toFixed(2)}
        </div>
        {finding.overdue && <span className="tag tag-bad only-narrow">Overdue</span>}
      </td>
      <td className="cell-main">
        <Link to={paths.finding(finding.id)} className="row-target" data-row>
          <Text value={finding.vulnerabilityId} max={60} expand={false} />
        </Link>{" "}
        <ExploitedTag finding={finding} />
        {finding.undecided && (
          <span className="tag" title="No source can tell whether this version is affected">
            Undecided
          </span>
        )}
        <div className="muted">
          <Text value={finding.title} max={120} expand={false} />
        </div>
      </td>
      <td className="cell-name">
        <HostLink finding={finding} />
      </td>
      <td>
        <Text value={finding.component} max={60} expand={false} />
        <div className="muted mono">
          <Text value={finding.version} max={40} expand={false} />
        </div>
      </td>
      <td className="mono">{finding.fixedVersion === null ? <span className="muted">none known</span> : <Text value={finding.fixedVersion} max={40} expand={false} />}</td>
      <td className="number">{scores.cvssScore === null ? <span className="muted">–</span> : scores.cvssScore.toFixed(1)}</td>
      <td className="number">{scores.epss === null ? <span className="muted">–</span> : percent(scores.epss)}</td>
      <td className="cell-time">
        <Due finding={finding} />
      </td>
      <td>
        <StatusBadge status={finding.status} />
      </td>
    </>
  );
}

/** That it is known to be exploited, and since when. */
export function ExploitedTag({ finding }: { finding: Finding }) {
  if (!finding.exploited) return null;
  const since = finding.scores.kevSince;
  return (
    <span className="tag tag-bad" title={`CISA knows of its exploitation${since === null ? "" : ` since ${since}`} (KEV)`}>
      Exploited
    </span>
  );
}

/** That campaigns of ransomware are known to use it. */
export function RansomwareTag() {
  return (
    <span className="tag tag-bad" title="CISA knows of campaigns of ransomware that use it (KEV)">
      Ransomware
    </span>
  );
}

/** The asset where it was found, to go to for those who may see the inventory. */
export function HostLink({ finding }: { finding: Finding }) {
  const { can } = useAccess();
  const name = <Text value={finding.hostname} max={60} expand={false} />;
  return can("inventory:read") ? <Link to={paths.asset(finding.assetId)}>{name}</Link> : name;
}

/** Until when it is to be dealt with; what nobody has to deal with is not due. */
export function Due({ finding }: { finding: Finding }) {
  if (finding.dueAt === null || !WAITING.includes(finding.status)) return <span className="muted">–</span>;
  return (
    <>
      {finding.overdue && <span className="tag tag-bad">Overdue</span>}
      <Time at={finding.dueAt} />
      <div className="muted">{dayDistance(finding.dueAt, Date.now())}</div>
    </>
  );
}
