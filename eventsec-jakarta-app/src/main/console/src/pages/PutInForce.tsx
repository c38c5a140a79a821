import { type FormEvent, useId, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { PolicyChoice } from "../api/riskPolicies";
import { useResource } from "../api/useResource";
import { useAccess } from "../app/session";
import { plain } from "../text/visible";
import { Dialog } from "../ui/parts";
import { Loaded, ProblemNote } from "../ui/states";
import { PolicyPreview } from "./PolicyPreview";

interface Props {
  name: string;
  version: number;
  /** What is in force as the user sees it. */
  instead: PolicyChoice;
  onClose: () => void;
  onDone: () => void;
  /** Another was chosen meanwhile. */
  onStale: () => void;
}

/** Asks once more before a version labels all findings, and shows what that changes. */
export function PutInForce({ name, version, instead, onClose, onDone, onStale }: Props) {
  const { client } = useAccess();
  const preview = useResource(`${name} ${version}`, (signal) => client.riskPolicies.previewVersion(name, String(version), signal));
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const id = useId();
  const choose = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await client.riskPolicies.choose(name, version, reason.trim(), instead.revision);
      onDone();
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      if (found.status === 412) onStale();
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Put ${plain(name)} ${version} in force?`} onClose={onClose}>
      <p>
        It takes the place of <strong>{plain(instead.name)} {instead.version}</strong>. Findings get their labels and due dates by it within minutes, and their history says so. Those that become critical are told of.
      </p>
      <div className="preview-box">
        <Loaded of={preview} what="what it would change">
          {(found) => <PolicyPreview preview={found} examples={false} />}
        </Loaded>
      </div>
      <form onSubmit={(event) => void choose(event)}>
        <div className="field">
          <label htmlFor={`${id}-reason`}>Reason</label>
          <textarea id={`${id}-reason`} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} required maxLength={1000} />
        </div>
        {problem?.status === 412 ? (
          <div className="note note-warn" role="alert">
            <p className="note-title">Somebody else put a policy in force first</p>
            <p>Nothing of yours was stored. What is in force now was read again: putting this one in force takes its place.</p>
          </div>
        ) : (
          problem !== null && <ProblemNote problem={problem} />
        )}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" className="button button-primary" disabled={busy || reason.trim() === ""}>
            Put in force
          </button>
        </div>
      </form>
    </Dialog>
  );
}
