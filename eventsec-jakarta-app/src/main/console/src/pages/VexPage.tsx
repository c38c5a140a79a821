import { useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { VexFormat } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { dayText } from "../text/time";
import { PageHead, Panel } from "../ui/parts";
import { ProblemNote } from "../ui/states";
import { FindingFilters } from "./FindingFilters";
import { findingFilterOf, findingQueryOf } from "./findingFilters";
import { ImportVex } from "./ImportVex";

const FORMATS: Record<VexFormat, { name: string; ending: string }> = {
  openvex: { name: "OpenVEX 0.2.0", ending: "openvex.json" },
  cyclonedx: { name: "CycloneDX 1.6 VEX", ending: "cdx.json" },
  csaf: { name: "CSAF 2.0 VEX", ending: "csaf.json" },
};

/** Findings as VEX: what is stated of them here, and what others state of them. */
export function VexPage() {
  const { can } = useAccess();
  return (
    <>
      <PageHead
        title="VEX"
        context={
          <p className="crumbs">
            <Link to={paths.vulnerabilities}>Vulnerabilities</Link> <span aria-hidden="true">/</span>
          </p>
        }
      />
      <p className="lead">The Vulnerability Exploitability eXchange: documents that say which product is affected by what, and why not.</p>
      <ExportVex />
      {can("vulnerabilities:write") && <ImportVex />}
    </>
  );
}

/** Gives out what the filter means. */
function ExportVex() {
  const { client } = useAccess();
  const [query] = useQuery();
  const filter = findingFilterOf(query);
  const [format, setFormat] = useState<VexFormat>("openvex");
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const give = async () => {
    setBusy(true);
    setDone("");
    setProblem(null);
    try {
      const name = `eventsec-vex-${dayText(new Date(), "utc")}.${FORMATS[format].ending}`;
      save(await client.vulnerabilities.exportVex(format, findingQueryOf(filter)), name);
      setDone(`${name} was made.`);
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title="Give out what is stated here">
      <FindingFilters filter={filter} hostname={null} all={paths.vex({ status: "any" })} />
      <div className="filters" role="group" aria-label="Give out">
        <label className="inline-field">
          <span>Format</span>
          <select value={format} onChange={(event) => setFormat(event.target.value as VexFormat)}>
            {(Object.keys(FORMATS) as VexFormat[]).map((one) => (
              <option key={one} value={one}>
                {FORMATS[one].name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button button-primary" onClick={() => void give()} disabled={busy}>
          {busy ? "Making it…" : "Download"}
        </button>
        <span role="status" className="muted">
          {done}
        </span>
      </div>
      <p className="field-hint">
        As many as there are; CycloneDX and CSAF name at most 200,000 components. What is fixed is never in it, for the component is there no more; nor is what has neither package URL nor CPE name. What is open or in review is
        told as under investigation, what is accepted as affected, what is mitigated or a false positive as not affected.
      </p>
      {problem !== null && <ProblemNote problem={problem} />}
    </Panel>
  );
}

/** Has the browser store a file. */
function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
