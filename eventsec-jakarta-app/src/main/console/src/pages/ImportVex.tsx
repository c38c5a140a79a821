import { type FormEvent, useRef, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { VexReport } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { count, counted } from "../text/values";
import { StatusBadge } from "../ui/badges";
import { Panel } from "../ui/parts";
import { ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { movedText, together, type VexOutcome } from "./vexReports";

/** 10 million assets: more would be a server that never comes to an end. */
const MOST_CALLS = 10_000;

/** Takes in a document, and tells what became of each of its statements. */
export function ImportVex() {
  const { client } = useAccess();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<VexOutcome | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return;
    setBusy(true);
    setProblem(null);
    setOutcome(null);
    try {
      let all: VexOutcome | null = null;
      let after: string | null = null;
      for (let call = 0; call < MOST_CALLS; call++) {
        const next: VexReport = await client.vulnerabilities.applyVex(file, after);
        all = together(all, next);
        setOutcome(all);
        after = next.next;
        if (after === null) break;
      }
      told.current?.focus();
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title="Take in what others state">
      <form className="filters" aria-label="Import VEX" onSubmit={(event) => void take(event)}>
        <label className="inline-field">
          <span>File</span>
          <input type="file" accept=".json,.xml,application/json,application/xml" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
        </label>
        <button type="submit" className="button button-primary" disabled={busy || file === null}>
          {busy ? "Applying…" : "Apply"}
        </button>
      </form>
      <p className="field-hint">
        OpenVEX, CycloneDX 1.4 to 1.7 (JSON or XML) or CSAF 2.0, 16 MiB at most. Not affected makes a finding a false positive, fixed mitigated, under investigation in review, and
        affected open. The history of each finding that is moved names the document.
      </p>
      {problem !== null && (
        <>
          <ProblemNote problem={problem} />
          {outcome !== null && <p>What is told below was applied before that. The same file may be applied again: what stands already is left alone.</p>}
        </>
      )}
      <div ref={told} tabIndex={-1}>
        {outcome !== null && <Outcome of={outcome} busy={busy} />}
      </div>
    </Panel>
  );
}

function Outcome({ of, busy }: { of: VexOutcome; busy: boolean }) {
  return (
    <section className="told" aria-label="What became of it">
      <p role="status">
        <strong>{movedText(of.moved)}</strong> {counted(of.unchanged, "finding")} stood so already, {count(of.refusedCount)} could not be moved.{" "}
        {busy ? "More assets are looked at…" : `${counted(of.assets, "asset")} looked at.`}
      </p>
      <p className="muted">
        <Text value={of.document === "" ? "The document has no id" : of.document} max={200} />
        {of.author !== "" && (
          <>
            , by <Text value={of.author} max={100} />
          </>
        )}
        : {counted(of.statements, "statement")}.
      </p>
      {of.refused.length > 0 && (
        <>
          <h3>Not moved, and why</h3>
          <Table label="Not moved" box="outcomes" columns={["Vulnerability", "Where it would go", "Why not"]}>
            {of.refused.map((one) => (
              <tr key={one.findingId}>
                <td className="cell-main">
                  <Link to={paths.finding(one.findingId)}>
                    <Text value={one.vulnerabilityId} max={60} expand={false} />
                  </Link>
                </td>
                <td>
                  <StatusBadge status={one.to} />
                </td>
                <td>
                  <Text value={one.detail} max={300} />
                </td>
              </tr>
            ))}
          </Table>
          <Rest all={of.refusedCount} shown={of.refused.length} what="finding" />
        </>
      )}
      {of.unmatched.length > 0 && (
        <>
          <h3>Statements about nothing that is found here</h3>
          <Table label="Statements about nothing here" box="outcomes" columns={["Vulnerability", "States", "Product"]}>
            {of.unmatched.map((one, i) => (
              <tr key={i}>
                <td className="cell-main">
                  <Text value={one.vulnerabilityId} max={60} />
                </td>
                <td>{one.status.replaceAll("_", " ")}</td>
                <td className="mono">{one.product === "" ? <span className="muted">none named</span> : <Text value={one.product} max={160} />}</td>
              </tr>
            ))}
          </Table>
          {of.unmatchedWhole ? <Rest all={of.unmatchedCount} shown={of.unmatched.length} what="statement" /> : <p className="muted">There may be more.</p>}
        </>
      )}
      {of.problems.length > 0 && (
        <>
          <h3>What could not be read</h3>
          <ul className="problems">
            {of.problems.map((one, i) => (
              <li key={i}>
                <Text value={one} max={300} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Rest({ all, shown, what }: { all: number; shown: number; what: string }) {
  return all > shown ? <p className="muted">And {counted(all - shown, `more ${what}`)}.</p> : null;
}
