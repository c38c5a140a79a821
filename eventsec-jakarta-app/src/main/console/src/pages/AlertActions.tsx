import { useId, useState } from "react";
import type { TaggedAlert } from "../api/client";
import { type ApiProblem, asProblem } from "../api/problem";
import type { Alert, AlertStatus } from "../api/types";
import { useAccess } from "../app/session";
import { statusName } from "../ui/badges";
import { ProblemNote } from "../ui/states";

interface Action {
  to: AlertStatus;
  name: string;
  primary: boolean;
}

/** What can be done with an alert in a status. */
export const ACTIONS: Record<AlertStatus, readonly Action[]> = {
  open: [
    { to: "acknowledged", name: "Acknowledge", primary: true },
    { to: "closed", name: "Close", primary: false },
  ],
  acknowledged: [
    { to: "closed", name: "Close", primary: true },
    { to: "open", name: "Reopen", primary: false },
  ],
  closed: [{ to: "open", name: "Reopen", primary: false }],
};

interface Props {
  alert: Alert;
  etag: string;
  onChanged: (now: TaggedAlert) => void;
  onStale: () => void;
}

/** Changes the alert only if it still is what the user sees; else shows what it became and lets them decide again. */
export function AlertActions({ alert, etag, onChanged, onStale }: Props) {
  const { client, can } = useAccess();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState("");
  const id = useId();
  if (!can("alerts:write")) return null;

  const act = async (to: AlertStatus) => {
    setBusy(true);
    setProblem(null);
    setDone("");
    try {
      const text = comment.trim();
      onChanged(await client.changeAlert(alert.id, etag, text === "" ? { status: to } : { status: to, comment: text }));
      setComment("");
      setDone(`The alert is now ${statusName(to).toLowerCase()}.`);
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      if (found.status === 412) onStale();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="actions">
      <div className="actions-row" role="group" aria-label="Change the alert">
        {ACTIONS[alert.status].map(({ to, name, primary }) => (
          <button key={to} type="button" className={primary ? "button button-primary" : "button"} disabled={busy} onClick={() => void act(to)}>
            {name}
          </button>
        ))}
        <label htmlFor={id}>Comment</label>
        <input id={id} value={comment} onChange={(event) => setComment(event.target.value)} placeholder="optional" maxLength={1000} />
        <span role="status" className="muted">
          {done}
        </span>
      </div>
      {problem?.status === 412 ? (
        <div className="note note-warn" role="alert">
          <p className="note-title">Somebody else changed this alert first</p>
          <p>Nothing of yours was stored. What you see is its state now: decide again.</p>
        </div>
      ) : (
        problem !== null && <ProblemNote problem={problem} />
      )}
    </div>
  );
}
