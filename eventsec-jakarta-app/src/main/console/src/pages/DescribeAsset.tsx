import { type FormEvent, useId, useState } from "react";
import { type Asset, CRITICALITIES, type Criticality } from "../api/inventory";
import { type ApiProblem, asProblem } from "../api/problem";
import { useAccess } from "../app/session";
import { plain } from "../text/visible";
import { severityName } from "../ui/badges";
import { Dialog } from "../ui/parts";
import { ProblemNote } from "../ui/states";

interface Props {
  asset: Asset;
  onChanged: (now: Asset) => void;
  onStale: () => void;
}

/** Lets those who may say how critical an asset is and what it is called. */
export function DescribeAsset(props: Props) {
  const { can } = useAccess();
  const [open, setOpen] = useState(false);
  if (!can("inventory:write")) return null;
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setOpen(true)}>
        Edit
      </button>
      {open && <DescribeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DescribeDialog({ asset, onChanged, onStale, onClose }: Props & { onClose: () => void }) {
  const { client } = useAccess();
  const [criticality, setCriticality] = useState<Criticality>(asset.criticality);
  const [tags, setTags] = useState(asset.tags.join("\n"));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const id = useId();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onChanged(await client.describeAsset(asset.id, asset.revision, { criticality, tags: tagsIn(tags) }));
      onClose();
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      if (found.status === 412) onStale();
      setBusy(false);
    }
  };
  return (
    <Dialog title={`What ${plain(asset.hostname)} is`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <div className="field">
          <label htmlFor={`${id}-criticality`}>Criticality</label>
          <select id={`${id}-criticality`} value={criticality} onChange={(event) => setCriticality(event.target.value as Criticality)}>
            {CRITICALITIES.map((one) => (
              <option key={one} value={one}>
                {severityName(one)}
              </option>
            ))}
          </select>
          <p className="field-hint">How much depends on it. Its vulnerabilities are judged again by it.</p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-tags`}>Tags, one a line</label>
          <textarea id={`${id}-tags`} rows={4} value={tags} onChange={(event) => setTags(event.target.value)} maxLength={5050} spellCheck={false} />
        </div>
        {problem?.status === 412 ? (
          <div className="note note-warn" role="alert">
            <p className="note-title">Somebody else changed this asset first</p>
            <p>Nothing of yours was stored. What you typed stays here; saving it now replaces what they said.</p>
          </div>
        ) : (
          problem !== null && <ProblemNote problem={problem} />
        )}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={busy}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The lines that have something in them, each once. */
function tagsIn(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()).filter((line) => line !== ""))];
}
