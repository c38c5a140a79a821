import { type FormEvent, type ReactNode, useId, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { useResource } from "../api/useResource";
import { JUSTIFICATIONS, type Move, type MoveTarget } from "../api/vulnerabilities";
import { usePreferences } from "../app/preferences";
import { useAccess } from "../app/session";
import { dayText, fromInput } from "../text/time";
import { plain } from "../text/visible";
import { Dialog } from "../ui/parts";
import { ProblemNote } from "../ui/states";
import type { MoveKind } from "./findingMoves";

const DAY_MS = 86_400_000;
const ACCEPTED_FOR_DAYS = 90;

interface Props {
  title: string;
  /** Where it may go; one is chosen if there are several. */
  moves: readonly MoveKind[];
  /** Stores the move and shows what came of it. */
  send: (move: Move) => Promise<void>;
  onClose: () => void;
  /** What to say of a problem that is not the form's; null for the plain note. */
  conflict?: (problem: ApiProblem) => ReactNode | null;
  /** Why nothing can be sent now; it is told where the problem is. */
  blocked?: boolean;
}

/** Asks for what a move needs: a reason, and for an acceptance who answers for it and until when. */
export function MoveDialog({ title, moves, send, onClose, conflict, blocked = false }: Props) {
  const { zone } = usePreferences();
  const [to, setTo] = useState<MoveTarget | "">(moves.length === 1 ? (moves[0]?.to ?? "") : "");
  const [reason, setReason] = useState("");
  const [owner, setOwner] = useState("");
  const [until, setUntil] = useState(dayText(new Date(Date.now() + ACCEPTED_FOR_DAYS * DAY_MS), zone));
  const [justification, setJustification] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const id = useId();
  const move = moves.find((one) => one.to === to);
  // The day that is named is the last on which it counts.
  const end = fromInput(`${until}T23:59:59`, zone);
  const ready = move !== undefined && !blocked && (!move.needsReason || reason.trim() !== "") && (to !== "accepted" || end !== undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (move === undefined) return;
    setBusy(true);
    setProblem(null);
    try {
      await send({
        status: move.to,
        reason: reason.trim(),
        ...(move.to === "accepted" && end !== undefined ? { until: end } : {}),
        ...(move.to === "accepted" && owner !== "" ? { owner } : {}),
        ...(move.to === "false_positive" && justification !== "" ? { justification } : {}),
      });
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {moves.length > 1 && (
          <div className="field">
            <label htmlFor={`${id}-to`}>What shall become of them</label>
            <select id={`${id}-to`} value={to} onChange={(event) => setTo(event.target.value as MoveTarget)} required>
              <option value="">Choose…</option>
              {moves.map((one) => (
                <option key={one.to} value={one.to}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        )}
        {move !== undefined && <p className="muted">{move.hint}</p>}
        {to === "accepted" && (
          <>
            <OwnerField id={`${id}-owner`} owner={owner} onOwner={setOwner} />
            <div className="field">
              <label htmlFor={`${id}-until`}>Accepted until the end of</label>
              <input id={`${id}-until`} type="date" min={dayText(new Date(), zone)} value={until} onChange={(event) => setUntil(event.target.value)} required />
              <p className="field-hint">By {zone === "utc" ? "UTC" : "local time"}. Nothing is accepted for ever.</p>
            </div>
          </>
        )}
        {to === "false_positive" && (
          <div className="field">
            <label htmlFor={`${id}-justification`}>Justification, as VEX calls it</label>
            <select id={`${id}-justification`} value={justification} onChange={(event) => setJustification(event.target.value)}>
              <option value="">None of these</option>
              {JUSTIFICATIONS.map((one) => (
                <option key={one} value={one}>
                  {one.replaceAll("_", " ")}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor={`${id}-reason`}>Reason</label>
          <textarea id={`${id}-reason`} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} required={move?.needsReason ?? false} placeholder={move?.needsReason ? "" : "optional"} maxLength={4000} />
        </div>
        {problem !== null && ((conflict?.(problem) ?? null) || <ProblemNote problem={problem} />)}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={busy || !ready}>
            {move?.name ?? "Move"}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Who answers for it: oneself, or another for those who may see who there is. */
function OwnerField({ id, owner, onOwner }: { id: string; owner: string; onOwner: (owner: string) => void }) {
  const { client, can, standing } = useAccess();
  const maySee = can("users:read");
  const users = useResource("users", async (signal) => (maySee ? client.people.users(signal) : null));
  const me = standing.kind === "signed-in" ? standing.session.user : null;
  return (
    <div className="field">
      <label htmlFor={id}>Who answers for it</label>
      <select id={id} value={owner} onChange={(event) => onOwner(event.target.value)}>
        <option value="">{me === null ? "You" : `${plain(me.displayName || me.username)} (you)`}</option>
        {(users.data?.items ?? [])
          .filter((one) => one.id !== me?.id)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {plain(one.displayName)} ({plain(one.username)})
            </option>
          ))}
      </select>
      {users.problem !== null && <ProblemNote problem={users.problem} retry={users.reload} />}
      {users.data?.nextCursor != null && <p className="field-hint">Only the first {users.data.items.length} users are listed.</p>}
    </div>
  );
}
