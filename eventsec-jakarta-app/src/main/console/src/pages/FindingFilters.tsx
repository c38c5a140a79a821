import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { FINDING_STATUSES, RISKS } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { Link, useQuery } from "../router/Link";
import { plain } from "../text/visible";
import { severityName, statusName } from "../ui/badges";
import { Text } from "../ui/Text";
import { toggled } from "./alertFilters";
import { type FindingFilter, isNarrowed, statusWords } from "./findingFilters";

/** What the list is narrowed to; all of it stands in the address. */
export function FindingFilters({ filter, hostname, all = paths.vulnerabilities }: { filter: FindingFilter; hostname: string | null; all?: string }) {
  const [, change] = useQuery();
  const [text, setText] = useState(filter.q);
  useEffect(() => setText(filter.q), [filter.q]);
  const set = (name: string, value: string) => change((query) => query.set(name, value));
  const search = (event: FormEvent) => {
    event.preventDefault();
    set("q", text.trim());
  };
  return (
    <form className="filters" role="search" aria-label="Filter findings" onSubmit={search}>
      <fieldset>
        <legend>Status</legend>
        {FINDING_STATUSES.map((status) => (
          <Toggle key={status} on={filter.status.includes(status)} onToggle={() => set("status", statusWords(toggled(filter.status, status)))}>
            {statusName(status)}
          </Toggle>
        ))}
      </fieldset>
      <fieldset>
        <legend>Risk</legend>
        {RISKS.map((risk) => (
          <Toggle key={risk} on={filter.risk.includes(risk)} onToggle={() => set("risk", toggled(filter.risk, risk).join(","))}>
            {severityName(risk)}
          </Toggle>
        ))}
      </fieldset>
      <fieldset>
        <legend>Only</legend>
        <Toggle on={filter.exploited} onToggle={() => set("exploited", filter.exploited ? "" : "true")}>
          Exploited
        </Toggle>
        <Toggle on={filter.overdue} onToggle={() => set("overdue", filter.overdue ? "" : "true")}>
          Overdue
        </Toggle>
      </fieldset>
      <input type="search" aria-label="Search findings" placeholder="Search findings  ( / )" value={text} onChange={(event) => setText(event.target.value)} maxLength={200} spellCheck={false} />
      <button type="submit" className="button">
        Search
      </button>
      {filter.asset !== "" && <Chip what="Host" value={hostname ?? filter.asset} onRemove={() => set("asset", "")} />}
      {filter.vulnerability !== "" && <Chip what="Vulnerability" value={filter.vulnerability} onRemove={() => set("vulnerability", "")} />}
      {isNarrowed(filter) && (
        <Link className="button button-quiet" to={all}>
          Clear all
        </Link>
      )}
    </form>
  );
}

function Toggle({ on, onToggle, children }: { on: boolean; onToggle: () => void; children: ReactNode }) {
  return (
    <label className="toggle">
      <input type="checkbox" checked={on} onChange={onToggle} />
      <span>{children}</span>
    </label>
  );
}

function Chip({ what, value, onRemove }: { what: string; value: string; onRemove: () => void }) {
  return (
    <button type="button" className="chip" onClick={onRemove} aria-label={`Remove the filter ${what.toLowerCase()} ${plain(value)}`}>
      {what} <Text value={value} max={60} expand={false} /> <span aria-hidden="true">×</span>
    </button>
  );
}
