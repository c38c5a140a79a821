import { useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { MoveTarget, TaggedFinding } from "../api/vulnerabilities";
import { useAccess } from "../app/session";
import { statusName } from "../ui/badges";
import { Text } from "../ui/Text";
import { findingName, MOVES, movesTo } from "./findingMoves";
import { MoveDialog } from "./MoveDialog";

interface Props {
  tagged: TaggedFinding;
  onChanged: (now: TaggedFinding) => void;
  onStale: () => void;
}

/** Moves the finding only if it still is what the user sees; else shows what it became and lets them decide again. */
export function FindingActions({ tagged, onChanged, onStale }: Props) {
  const { client, can } = useAccess();
  const [to, setTo] = useState<MoveTarget | null>(null);
  const [done, setDone] = useState("");
  const { finding, possible, etag } = tagged;
  if (!can("vulnerabilities:write")) return null;
  const moves = movesTo(possible, finding.status);
  const move = to === null ? undefined : (moves.find((one) => one.to === to) ?? MOVES.find((one) => one.to === to));
  const open = (target: MoveTarget) => {
    setDone("");
    setTo(target);
  };
  return (
    <div className="actions">
      <div className="actions-row" role="group" aria-label="Change the finding">
        {moves.map((one, i) => (
          <button key={one.to} type="button" className={i === 0 ? "button button-primary" : "button"} onClick={() => open(one.to)}>
            {one.name}
          </button>
        ))}
        {moves.length === 0 && <span className="muted">It opens again by itself when the evidence is back; nobody moves it.</span>}
        <span role="status" className="muted">
          {done}
        </span>
      </div>
      {move !== undefined && (
        <MoveDialog
          title={`${move.name}: ${findingName(finding)}`}
          moves={[move]}
          blocked={!possible.includes(move.to)}
          send={async (wanted) => {
            try {
              onChanged(await client.vulnerabilities.move(finding.id, etag, wanted));
            } catch (failure) {
              const problem = asProblem(failure);
              if (problem.status === 412 || problem.status === 409) onStale();
              throw problem;
            }
            setTo(null);
            setDone(`The finding is now ${statusName(wanted.status).toLowerCase()}.`);
          }}
          onClose={() => setTo(null)}
          conflict={(problem) => conflictNote(problem, tagged, move.to)}
        />
      )}
    </div>
  );
}

function conflictNote(problem: ApiProblem, { finding, possible }: TaggedFinding, to: MoveTarget) {
  if (problem.status !== 412 && problem.status !== 409) return null;
  return (
    <div className="note note-warn" role="alert">
      <p className="note-title">{problem.status === 412 ? "Somebody else changed this finding first" : "It cannot go there from where it stands"}</p>
      {problem.status === 409 && problem.detail !== "" && (
        <p>
          <Text value={problem.detail} max={400} />
        </p>
      )}
      <p>
        Nothing of yours was stored. It was read again and is now <strong>{statusName(finding.status).toLowerCase()}</strong>:{" "}
        {possible.includes(to) ? "decide again." : "this can no longer be done."}
      </p>
    </div>
  );
}
