import type { FindingChange } from "../api/vulnerabilities";
import { SeverityBadge, severityName, StatusBadge } from "../ui/badges";
import { Panel, Time } from "../ui/parts";
import { Text } from "../ui/Text";
import { PersonName } from "./PeoplePanel";

/** What happened to a finding, oldest first. */
export function FindingHistory({ history }: { history: FindingChange[] }) {
  return (
    <Panel title="History">
      <ol className="history" aria-label="History">
        {history.map((change, i) => (
          <li key={i}>
            <Time at={change.at} />{" "}
            {change.user !== null && (
              <>
                <PersonName person={change.user} />:{" "}
              </>
            )}
            <What change={change} />
            {change.acceptedUntil !== null && (
              <p className="muted">
                <PersonName person={change.acceptedBy} /> answers for it until <Time at={change.acceptedUntil} />
              </p>
            )}
            {change.reason !== "" && (
              <p>
                <Text value={change.reason} lines max={1000} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function What({ change }: { change: FindingChange }) {
  const { from, to, source } = change;
  switch (change.change) {
    case "opened":
      return <>found, risk {severityName(change.toRisk).toLowerCase()}</>;
    case "reopened":
      return (
        <>
          found again <StatusBadge status={from} /> → <StatusBadge status={to} />
        </>
      );
    case "fixed":
      return <>found no more</>;
    case "label":
      return (
        <>
          <SeverityBadge severity={change.fromRisk} /> → <SeverityBadge severity={change.toRisk} />
          {source !== "" && (
            <>
              {" "}
              by policy <Text value={source} max={80} />
            </>
          )}
        </>
      );
    case "expired":
      return (
        <>
          the acceptance ended <StatusBadge status={from} /> → <StatusBadge status={to} />
        </>
      );
    default:
      return (
        <>
          <StatusBadge status={from} /> → <StatusBadge status={to} />
          {source !== "" && (
            <>
              {" "}
              as <Text value={source} max={120} /> says
            </>
          )}
        </>
      );
  }
}
