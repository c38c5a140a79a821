import { type FormEvent, useId, useState } from "react";
import type { Asset } from "../api/inventory";
import { type ApiProblem, asProblem } from "../api/problem";
import { useResource } from "../api/useResource";
import { useAccess } from "../app/session";
import { counted } from "../text/values";
import { plain } from "../text/visible";
import { Dialog, Time } from "../ui/parts";
import { Loaded, ProblemNote } from "../ui/states";
import { Text } from "../ui/Text";
import { MergeTable } from "./MergeTable";

const MOST_FOUND = 20;

interface Props {
  asset: Asset;
  /** Is told what the other was called. */
  onMerged: (now: Asset, other: string) => void;
  onStale: () => void;
}

/** Lets those who may say that another asset is the same machine. */
export function MergeAsset(props: Props) {
  const { can } = useAccess();
  const [open, setOpen] = useState(false);
  if (!can("inventory:write")) return null;
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setOpen(true)}>
        Merge…
      </button>
      {open && <MergeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function MergeDialog({ asset, onMerged, onStale, onClose }: Props & { onClose: () => void }) {
  const [other, setOther] = useState<Asset | null>(null);
  return (
    <Dialog title={other === null ? `Which asset is ${plain(asset.hostname)} too?` : `Make ${plain(other.hostname)} a part of ${plain(asset.hostname)}?`} onClose={onClose} wide={other !== null}>
      {other === null ? (
        <Choose asset={asset} onChosen={setOther} onClose={onClose} />
      ) : (
        <Confirm
          asset={asset}
          other={other}
          onBack={() => setOther(null)}
          onStale={onStale}
          onMerged={(now) => {
            onMerged(now, other.hostname);
          }}
        />
      )}
    </Dialog>
  );
}

/** Finds the other by how its name begins. */
function Choose({ asset, onChosen, onClose }: { asset: Asset; onChosen: (other: Asset) => void; onClose: () => void }) {
  const { client } = useAccess();
  const [text, setText] = useState(asset.hostname.split(".")[0] ?? "");
  const [hostname, setHostname] = useState(text);
  const found = useResource(hostname, async (signal) => (await client.inventory.assets({ hostname }, null, MOST_FOUND, signal)).items);
  const id = useId();
  const search = (event: FormEvent) => {
    event.preventDefault();
    setHostname(text.trim());
  };
  return (
    <>
      <p>One machine that was reported in two ways is two assets. This one stays; the other becomes part of it.</p>
      <form role="search" className="field" onSubmit={search}>
        <label htmlFor={id}>The other’s host name begins with</label>
        <div className="field-line">
          <input id={id} type="search" value={text} onChange={(event) => setText(event.target.value)} maxLength={255} spellCheck={false} autoComplete="off" />
          <button type="submit" className="button">
            Search
          </button>
        </div>
      </form>
      <Loaded of={found} what="assets">
        {(assets) => {
          const others = assets.filter((one) => one.id !== asset.id);
          if (others.length === 0) return <p className="muted">No other asset is called so.</p>;
          return (
            <ul className="plain-list choices" aria-label="Assets">
              {others.map((one) => (
                <li key={one.id}>
                  <button type="button" className="choice" onClick={() => onChosen(one)}>
                    <strong>
                      <Text value={one.hostname} max={100} expand={false} />
                    </strong>
                    <span className="muted">
                      {counted(one.components, "component")}
                      {one.addresses.length > 0 && <>, {one.addresses.slice(0, 3).join(", ")}</>}
                      {one.agentId !== null && (
                        <>
                          , agent <Text value={one.agentId} max={40} expand={false} />
                        </>
                      )}
                      {one.cloudId !== null && (
                        <>
                          , <Text value={one.cloudId} max={60} expand={false} />
                        </>
                      )}
                      , last heard of <Time at={one.lastSeenAt} />
                    </span>
                  </button>
                </li>
              ))}
              {assets.length === MOST_FOUND && <li className="muted">There may be more: type more of the name.</li>}
            </ul>
          );
        }}
      </Loaded>
      <div className="dialog-tools">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </>
  );
}

/** Shows what would become of each value, and does it. */
function Confirm({ asset, other, onBack, onMerged, onStale }: { asset: Asset; other: Asset; onBack: () => void; onMerged: (now: Asset) => void; onStale: () => void }) {
  const { client } = useAccess();
  const preview = useResource(`${asset.id} ${asset.revision} ${other.id}`, (signal) => client.inventory.mergePreview(asset.id, other.id, signal));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const merge = async () => {
    setBusy(true);
    setProblem(null);
    try {
      onMerged(await client.inventory.merge(asset.id, asset.revision, other.id));
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      if (found.status === 412) onStale();
      setBusy(false);
    }
  };
  return (
    <>
      <Loaded of={preview} what="what would become of them">
        {(found) => (
          <>
            <MergeTable preview={found} />
            <p className="told">
              {counted(found.findings, "finding")} of the other {found.findings === 1 ? "comes" : "come"} along, and what it was in: {counted(found.incidents, "incident")}. What both have
              is there once. Its id, agent and cloud lead here from then on. <strong>It cannot be undone.</strong>
            </p>
          </>
        )}
      </Loaded>
      {problem?.status === 412 ? (
        <div className="note note-warn" role="alert">
          <p className="note-title">Somebody else changed this asset first</p>
          <p>Nothing was merged. Above is what would become of them as they are now.</p>
        </div>
      ) : (
        problem !== null && <ProblemNote problem={problem} />
      )}
      <div className="dialog-tools">
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
        <button type="button" className="button button-danger" onClick={() => void merge()} disabled={busy || preview.data === null}>
          Merge them
        </button>
      </div>
    </>
  );
}
