import { type FormEvent, useId, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { RuleException } from "../api/types";
import { useResource } from "../api/useResource";
import { useAccess } from "../app/session";
import { count } from "../text/values";
import { Dialog, Panel, Time } from "../ui/parts";
import { Loaded, ProblemNote } from "../ui/states";
import { Text } from "../ui/Text";

const START = "selection:\n  user.name: backup\ncondition: selection";
const DAY_MS = 86_400_000;

/** Events that the rule shall not see: who answers for it, until when, and how many it has kept back. */
export function RuleExceptions({ rule }: { rule: string }) {
  const { client, can } = useAccess();
  const exceptions = useResource(rule, (signal) => client.rules.exceptions(rule, signal));
  const [adding, setAdding] = useState(false);
  const tools = can("rules:write") && (
    <button type="button" className="button button-small" onClick={() => setAdding(true)}>
      Add exception
    </button>
  );
  return (
    <Panel title="Exceptions" tools={tools}>
      <Loaded of={exceptions} what="the exceptions">
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">None: the rule sees every event.</p>
          ) : (
            <ul className="plain-list">
              {items.map((one) => (
                <li key={one.id}>
                  <Exception one={one} onEnded={exceptions.reload} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && <AddDialog rule={rule} onClose={() => setAdding(false)} onAdded={exceptions.reload} />}
    </Panel>
  );
}

function Exception({ one, onEnded }: { one: RuleException; onEnded: () => void }) {
  const { client, can } = useAccess();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const end = async () => {
    setBusy(true);
    try {
      await client.rules.endException(one.ruleId, one.id);
      onEnded();
    } catch (failure) {
      setProblem(asProblem(failure));
      setBusy(false);
    }
  };
  return (
    <>
      <p>
        <Text value={one.reason} max={300} />
      </p>
      <pre className="code code-wrap">
        <Text value={one.detection} lines max={2000} />
      </pre>
      <p className="muted">
        {one.inForce ? (
          <>
            Until <Time at={one.expiresAt} />
          </>
        ) : one.endedAt !== null ? (
          <>
            Ended <Time at={one.endedAt} />
          </>
        ) : (
          <>
            Expired <Time at={one.expiresAt} />
          </>
        )}
        {" · "}
        <Text value={one.owner.displayName} max={80} /> answers for it · {count(one.hits)} kept back
        {one.lastHitAt !== null && (
          <>
            , the last <Time at={one.lastHitAt} />
          </>
        )}
      </p>
      {one.inForce && can("rules:write") && (
        <button type="button" className="button button-small" disabled={busy} onClick={() => void end()}>
          End it
        </button>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
    </>
  );
}

function AddDialog({ rule, onClose, onAdded }: { rule: string; onClose: () => void; onAdded: () => void }) {
  const { client } = useAccess();
  const [detection, setDetection] = useState(START);
  const [reason, setReason] = useState("");
  const [days, setDays] = useState(30);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const id = useId();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const expiresAt = new Date(Date.now() + days * DAY_MS).toISOString();
      await client.rules.createException(rule, { detection, reason: reason.trim(), expiresAt });
      onAdded();
      onClose();
    } catch (failure) {
      setProblem(asProblem(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog title="Add an exception" onClose={onClose}>
      <form onSubmit={(event) => void add(event)}>
        <div className="field">
          <label htmlFor={`${id}-detection`}>Events that the rule shall not see</label>
          <textarea id={`${id}-detection`} className="code" rows={6} value={detection} onChange={(event) => setDetection(event.target.value)} required maxLength={20000} spellCheck={false} />
          <p className="field-hint">As below “detection” of a Sigma rule. They are counted, and can be looked through again once the exception has ended.</p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-reason`}>Reason</label>
          <input id={`${id}-reason`} value={reason} onChange={(event) => setReason(event.target.value)} required maxLength={1000} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-days`}>Days until somebody shall look at it again</label>
          <input id={`${id}-days`} type="number" min={1} max={366} value={days} onChange={(event) => setDays(Number(event.target.value))} required />
        </div>
        {problem !== null && <ProblemNote problem={problem} />}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={busy || reason.trim() === "" || detection.trim() === ""}>
            Add
          </button>
        </div>
      </form>
    </Dialog>
  );
}
