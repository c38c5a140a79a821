import type { FindingEvidence, Said } from "../api/vulnerabilities";
import { Panel } from "../ui/parts";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";

/** What every source says of the component: which advisory, what was compared with what, and what mends it. */
export function WhyFound({ evidence }: { evidence: FindingEvidence }) {
  return (
    <Panel title="Why it matched: what each source says" flush>
      <Table label="What each source says" columns={["Source", "Advisory", "Compared", "Affected range", "Fixed in"]}>
        {evidence.advisories.map((said, i) => (
          <OneSource key={i} said={said} />
        ))}
        {evidence.advisories.length === 0 && (
          <tr>
            <td colSpan={5} className="muted">
              What was said when it was found was not kept.
            </td>
          </tr>
        )}
      </Table>
      {evidence.more > 0 && <p className="panel-text muted">{evidence.more} more say so.</p>}
    </Panel>
  );
}

function OneSource({ said }: { said: Said }) {
  return (
    <>
      <tr className="row-said">
        <td>
          <Text value={said.source} max={60} />
        </td>
        <td>
          <strong>
            <Text value={said.id} max={80} />
          </strong>{" "}
          {said.undecided && <span className="tag">Undecided</span>}
        </td>
        <td className="mono">
          <Text value={[said.component, said.version].filter(Boolean).join(" ")} max={160} />
        </td>
        <td className="mono">{said.range === "" ? <span className="muted">–</span> : <Text value={said.range} max={200} />}</td>
        <td className="mono">{said.fixedIn === "" ? <span className="muted">–</span> : <Text value={said.fixedIn} max={80} />}</td>
      </tr>
      <tr className="row-why">
        <td colSpan={5} className="muted">
          <Text value={said.why} max={400} />
        </td>
      </tr>
    </>
  );
}
