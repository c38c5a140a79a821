import { useState } from "react";
import { type Finding, type MoveOutcome, type MoveOutcomes } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { counted } from "../text/values";
import { Dialog } from "../ui/parts";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { findingName, MOVES } from "./findingMoves";
import { MoveDialog } from "./MoveDialog";

interface Props {
  findings: Finding[];
  /** Is told which were not moved. */
  onMoved: (left: string[]) => void;
  onClear: () => void;
}

/** Moves the rows that are selected, as far as that can be done, and tells what became of each. */
export function BulkMove({ findings, onMoved, onClear }: Props) {
  const { client } = useAccess();
  const [asking, setAsking] = useState(false);
  const [told, setTold] = useState<{ outcomes: MoveOutcomes; findings: Finding[] } | null>(null);
  const close = () => {
    if (told !== null) onMoved(told.outcomes.results.filter(({ outcome }) => outcome !== "moved" && outcome !== "missing").map(({ id }) => id));
    setTold(null);
  };
  return (
    <div className="selection" role="group" aria-label="Selected findings">
      <strong role="status">{counted(findings.length, "finding")} selected</strong>
      <button type="button" className="button button-primary" onClick={() => setAsking(true)}>
        Move…
      </button>
      <button type="button" className="button button-quiet" onClick={onClear}>
        Select none
      </button>
      {asking && (
        <MoveDialog
          title={`Move ${counted(findings.length, "finding")}`}
          moves={MOVES}
          send={async (move) => {
            const outcomes = await client.vulnerabilities.moveSeveral(findings, move);
            setAsking(false);
            setTold({ outcomes, findings });
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {told !== null && <OutcomesDialog outcomes={told.outcomes} findings={told.findings} onClose={close} />}
    </div>
  );
}

function OutcomesDialog({ outcomes, findings, onClose }: { outcomes: MoveOutcomes; findings: Finding[]; onClose: () => void }) {
  const stayed = outcomes.results.length - outcomes.moved;
  const named = new Map(findings.map((one) => [one.id, one]));
  // What needs another look comes first.
  const ordered = [...outcomes.results].sort((a, b) => Number(a.outcome === "moved") - Number(b.outcome === "moved"));
  return (
    <Dialog title={`${counted(outcomes.moved, "finding")} moved${stayed === 0 ? "" : `, ${stayed} not`}`} onClose={onClose}>
      {stayed > 0 && <p>Those that stay as they were are still selected; the list is read again.</p>}
      <Table label="What became of each" box="outcomes" columns={["Finding", "Outcome"]}>
        {ordered.map((one) => (
          <tr key={one.id}>
            <td className="cell-main">
              <Link to={paths.finding(one.id)}>
                <Text value={nameOf(named.get(one.id), one.id)} max={160} expand={false} />
              </Link>
            </td>
            <td>
              <Outcome of={one} />
            </td>
          </tr>
        ))}
      </Table>
      <div className="dialog-tools">
        <button type="button" className="button button-primary" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function nameOf(finding: Finding | undefined, id: string): string {
  return finding === undefined ? id : findingName(finding);
}

function Outcome({ of }: { of: MoveOutcome }) {
  switch (of.outcome) {
    case "moved":
      return <>Moved</>;
    case "stale":
      return <>Not moved: somebody else changed it first</>;
    case "missing":
      return <>Not moved: it is not there any more</>;
    case "refused":
      return (
        <>
          Not moved: <Text value={of.detail ?? "it cannot go there"} max={300} />
        </>
      );
  }
}
