import { useState } from "react";
import type { Evidence } from "../api/types";
import { CopyButton, Panel, Time } from "../ui/parts";
import { Text } from "../ui/Text";
import { FieldTable } from "./FieldTable";
import { valueText } from "../text/values";

/** One event that an alert rests on: its fields, and the line as it came. */
export function EvidencePanel({ evidence, title }: { evidence: Evidence; title: string }) {
  const [wanted, setWanted] = useState("");
  const needle = wanted.trim().toLowerCase();
  const all = Object.entries(evidence.fields);
  const shown = all.filter(([name, value]) => needle === "" || name.toLowerCase().includes(needle) || valueText(value).toLowerCase().includes(needle));
  return (
    <Panel
      title={title}
      flush
      tools={
        <span className="panel-tools">
          <span className="muted">
            <Time at={evidence.eventTime} /> · {shown.length === all.length ? `${all.length} fields` : `${shown.length} of ${all.length} fields`}
          </span>
          <input type="search" aria-label="Filter fields" placeholder="Filter fields" value={wanted} onChange={(event) => setWanted(event.target.value)} />
          <CopyButton text={JSON.stringify(evidence.fields, null, 2)} what="fields as JSON" />
        </span>
      }
    >
      <FieldTable fields={Object.fromEntries(shown)} time={evidence.eventTime} />
      {shown.length === 0 && <p className="panel-text muted">No field holds “{wanted}”.</p>}
      {evidence.original && <Original text={evidence.original} />}
    </Panel>
  );
}

/** The line as the sensor sent it. */
export function Original({ text }: { text: string }) {
  return (
    <div className="original">
      <div className="original-head">
        <h3>Original line</h3>
        <CopyButton text={text} what="original line" />
      </div>
      <pre className="code code-wrap" tabIndex={0} role="region" aria-label="Original line">
        <Text value={text} lines max={3000} />
      </pre>
    </div>
  );
}
