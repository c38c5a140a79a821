import { type FormEvent, useId, useState } from "react";
import type { RuleChange, TaggedRule } from "../api/subjects/rules";
import { type ApiProblem, asProblem } from "../api/problem";
import { useAccess } from "../app/session";
import { Dialog, Panel, Time } from "../ui/parts";
import { ProblemNote } from "../ui/states";
import { Text } from "../ui/Text";

const LEVELS = ["informational", "low", "medium", "high", "critical"];

interface Props {
  tagged: TaggedRule;
  onChanged: (now: TaggedRule) => void;
  onStale: () => void;
}

/** Whether the rule runs here and how much it matters; asks for a reason before it changes either. */
export function RuleDecision({ tagged, onChanged, onStale }: Props) {
  const { can } = useAccess();
  const [wanted, setWanted] = useState<{ change: Omit<RuleChange, "reason">; title: string } | null>(null);
  const { rule } = tagged;
  const id = useId();
  return (
    <Panel title="State">
      <p>
        {rule.enabled ? "It runs" : "It is switched off"}, and its alerts are of level <strong>{rule.level}</strong>
        {rule.level !== rule.ownLevel && <> (the rule says {rule.ownLevel})</>}.
      </p>
      {rule.setting !== null && (
        <p className="muted">
          <Text value={rule.setting.changedBy.displayName} max={80} />, <Time at={rule.setting.changedAt} />: <Text value={rule.setting.reason} max={300} />
        </p>
      )}
      {can("rules:write") && (
        <div className="actions-row" role="group" aria-label="Change the rule">
          <button
            type="button"
            className="button"
            onClick={() => setWanted({ change: { enabled: !rule.enabled }, title: rule.enabled ? "Switch the rule off" : "Switch the rule on" })}
          >
            {rule.enabled ? "Switch off" : "Switch on"}
          </button>
          <label htmlFor={id}>Level</label>
          <select
            id={id}
            value={rule.level === rule.ownLevel ? "own" : rule.level}
            onChange={(event) => setWanted({ change: { level: event.target.value }, title: "Change the level of its alerts" })}
          >
            <option value="own">as the rule says</option>
            {LEVELS.filter((level) => level !== rule.ownLevel).map((level) => (
              <option key={level} value={level}>
                {level}
              </option>
            ))}
          </select>
        </div>
      )}
      {wanted !== null && (
        <ReasonDialog tagged={tagged} title={wanted.title} change={wanted.change} onClose={() => setWanted(null)} onChanged={onChanged} onStale={onStale} />
      )}
    </Panel>
  );
}

function ReasonDialog({ tagged, title, change, onClose, onChanged, onStale }: Props & { title: string; change: Omit<RuleChange, "reason">; onClose: () => void }) {
  const { client } = useAccess();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const id = useId();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      onChanged(await client.rules.change(tagged.rule.id, tagged.etag, { ...change, reason: reason.trim() }));
      onClose();
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      setBusy(false);
      if (found.status === 412) onStale();
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void send(event)}>
        {change.enabled === false && <p>It finds nothing from then on, and correlations that count it find less. What it missed can be looked through again.</p>}
        <div className="field">
          <label htmlFor={id}>Reason</label>
          <input id={id} value={reason} onChange={(event) => setReason(event.target.value)} required maxLength={1000} />
        </div>
        {problem !== null && <ProblemNote problem={problem} />}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={busy || reason.trim() === ""}>
            Change
          </button>
        </div>
      </form>
    </Dialog>
  );
}
