import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { IndicatorImport } from "../api/types";
import { useAccess } from "../app/session";
import { count } from "../text/values";
import { ProblemNote } from "../ui/states";
import { Text } from "../ui/Text";

const FORMATS = { "": "By its look", stix: "STIX 2.1", misp: "MISP", csv: "Table", list: "List" } as const;
const MARKINGS = ["clear", "green", "amber", "amber_strict", "red"] as const;

/** Takes in a file of indicators. */
export function ImportIndicators({ onDone }: { onDone: () => void }) {
  const { client } = useAccess();
  const [file, setFile] = useState<File | null>(null);
  const [feed, setFeed] = useState("");
  const [format, setFormat] = useState("");
  const [tlp, setTlp] = useState("");
  const [replace, setReplace] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<IndicatorImport | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return;
    setBusy(true);
    setProblem(null);
    setDone(null);
    const table = format === "" && /\.(csv|tsv)$/i.test(file.name);
    try {
      setDone(await client.indicators.take({ file, feed: feed.trim(), format: table ? "csv" : format, tlp, replace }));
      onDone();
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form className="filters" aria-label="Import indicators" onSubmit={(event) => void take(event)}>
        <label className="inline-field">
          <span>File</span>
          <input type="file" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        </label>
        <label className="inline-field">
          <span>Name of the feed</span>
          <input value={feed} onChange={(event) => setFeed(event.target.value)} required maxLength={100} spellCheck={false} autoComplete="off" />
        </label>
        <label className="inline-field">
          <span>Format</span>
          <select value={format} onChange={(event) => setFormat(event.target.value)}>
            {Object.entries(FORMATS).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label className="inline-field">
          <span>TLP of what is not marked</span>
          <select value={tlp} onChange={(event) => setTlp(event.target.value)}>
            <option value="">None</option>
            {MARKINGS.map((one) => (
              <option key={one} value={one}>
                {one.replace("_", "+").toUpperCase()}
              </option>
            ))}
          </select>
        </label>
        <label className="toggle">
          <input type="checkbox" checked={replace} onChange={() => setReplace(!replace)} />
          <span>Whole feed: withdraw the rest</span>
        </label>
        <button type="submit" className="button button-primary" disabled={busy || file === null || feed.trim() === ""}>
          {busy ? "Importing" : "Import"}
        </button>
      </form>
      {problem !== null && <ProblemNote problem={problem} />}
      {done !== null && <Told of={done} />}
    </>
  );
}

function Told({ of }: { of: IndicatorImport }) {
  return (
    <div role="status">
      <p>
        {count(of.added)} added, {count(of.changed)} changed, {count(of.unchanged)} unchanged, {count(of.withdrawn)} withdrawn, {count(of.refused)} refused.
        {!of.complete && <> Reading ended early: {of.ended}</>}
      </p>
      {of.refusals.length > 0 && (
        <ul>
          {of.refusals.map((refusal) => (
            <li key={`${refusal.reason} ${refusal.position}`}>
              {refusal.position}: <Text value={refusal.message} max={300} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
