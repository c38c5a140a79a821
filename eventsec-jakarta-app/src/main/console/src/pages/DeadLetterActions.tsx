import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { DeadLetterGroup } from "../api/types";
import { useAccess } from "../app/session";
import { count } from "../text/values";
import { plain } from "../text/visible";
import { Dialog } from "../ui/parts";
import { ProblemNote } from "../ui/states";

/** What can be done with the lines of a group, for those who may. */
export function DeadLetterActions({ group, onDone }: { group: DeadLetterGroup; onDone: () => void }) {
  const { can } = useAccess();
  const [doing, setDoing] = useState<"replay" | "discard" | null>(null);
  if (!can("system:manage")) return null;
  const what = `${plain(group.cause)} of ${plain(group.source)}`;
  const close = () => setDoing(null);
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setDoing("replay")} aria-label={`Replay ${what}`}>
        Replay
      </button>{" "}
      <button type="button" className="button button-small button-danger" onClick={() => setDoing("discard")} aria-label={`Discard ${what}`}>
        Discard
      </button>
      {doing === "replay" && <ReplayDialog group={group} onClose={close} onDone={onDone} />}
      {doing === "discard" && <DiscardDialog group={group} onClose={close} onDone={onDone} />}
    </>
  );
}

interface ActionProps {
  group: DeadLetterGroup;
  onClose: () => void;
  onDone: () => void;
}

/** How many calls one click makes at most, each over 500 lines. */
const MOST_CALLS = 200;

function ReplayDialog({ group, onClose, onDone }: ActionProps) {
  const { client } = useAccess();
  const [format, setFormat] = useState("");
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const replay = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const sum = { replayed: 0, stay: 0 };
    try {
      let after = "";
      for (let call = 0; call < MOST_CALLS; call++) {
        const done = await client.deadLetters.replay(group, format.trim(), after);
        sum.replayed += done.replayed;
        sum.stay += done.stillRefused + done.alreadyJudged;
        after = done.next;
        if (after === "") break;
      }
      setTold(`${count(sum.replayed)} on their way again, ${count(sum.stay)} stay as they are.`);
      onDone();
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Replay ${count(group.count)} lines?`} onClose={onClose}>
      <form onSubmit={(event) => void replay(event)}>
        <p>They go through reading, rules and search as if they came now. What would be refused again stays here.</p>
        <label className="field">
          <span>Format, if it cannot be told from the lines</span>
          <input value={format} onChange={(event) => setFormat(event.target.value)} placeholder="for example syslog" maxLength={64} spellCheck={false} autoComplete="off" />
        </label>
        {told !== null && <p role="status">{told}</p>}
        {problem !== null && <ProblemNote problem={problem} />}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
          <button type="submit" className="button button-primary" disabled={busy || told !== null}>
            Replay
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function DiscardDialog({ group, onClose, onDone }: ActionProps) {
  const { client } = useAccess();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const discard = async () => {
    setBusy(true);
    try {
      for (let call = 0; call < MOST_CALLS; call++) {
        if (!(await client.deadLetters.discard(group)).more) break;
      }
      onDone();
      onClose();
    } catch (failure) {
      setProblem(asProblem(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Discard ${count(group.count)} lines?`} onClose={onClose}>
      <p>They are gone for good. The audit notes that you did it, and how many they were.</p>
      {problem !== null && <ProblemNote problem={problem} />}
      <div className="dialog-tools">
        <button type="button" className="button" onClick={onClose}>
          Keep them
        </button>
        <button type="button" className="button button-danger" onClick={() => void discard()} disabled={busy}>
          Discard
        </button>
      </div>
    </Dialog>
  );
}
