import { useState } from "react";
import { usePages } from "../api/useResource";
import type { Finding, FindingPage } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { counted } from "../text/values";
import { useKeys } from "../ui/keys";
import { More, PageHead } from "../ui/parts";
import { Loading, ProblemNote } from "../ui/states";
import { AdvisorySourcesNote } from "./AdvisorySourcesNote";
import { BulkMove } from "./BulkMove";
import { FindingFilters } from "./FindingFilters";
import { findingFilterOf, findingQueryOf } from "./findingFilters";
import { FindingTable } from "./FindingTable";
import { NoFindings } from "./NoFindings";

/** Vulnerabilities in components of assets, worst first. */
export function FindingsPage() {
  const { client, can } = useAccess();
  const [query] = useQuery();
  const filter = findingFilterOf(query);
  const key = JSON.stringify(filter);
  const pages = usePages<Finding, FindingPage>(key, (cursor, signal) => client.vulnerabilities.findings(findingQueryOf(filter), cursor, signal));
  const { selected, select, chosen } = useSelection(key, pages.items);
  const maySelect = can("vulnerabilities:write");
  return (
    <>
      <PageHead title="Vulnerabilities">
        <span className="muted">{pages.items.length > 0 && `${counted(pages.items.length, "finding")} shown, worst first`}</span>
        <Link className="button" to={paths.vex(vexQuery(query))}>
          VEX
        </Link>
        <Link className="button" to={paths.riskPolicies}>
          Risk policies
        </Link>
        <Link className="button" to={paths.advisorySources}>
          Advisory sources
        </Link>
        <button type="button" className="button" onClick={pages.reload}>
          Refresh
        </button>
      </PageHead>
      <FindingFilters filter={filter} hostname={pages.items[0]?.hostname ?? null} />
      {pages.last !== null && <AdvisorySourcesNote sources={pages.last.advisorySources} />}
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.items.length > 0 && <FindingTable findings={pages.items} {...(maySelect ? { selected, onSelect: select } : {})} />}
      {pages.last === null && pages.problem === null && <Loading what="findings" />}
      {pages.last !== null && pages.items.length === 0 && <NoFindings filter={filter} sources={pages.last.advisorySources} />}
      {maySelect && chosen.length > 0 && (
        <BulkMove
          findings={chosen}
          onMoved={(left) => {
            select(left);
            pages.reload();
          }}
          onClear={() => select([])}
        />
      )}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="findings" />
    </>
  );
}

/** The filter as the page of VEX shall have it: of what waits nothing is stated yet, so without a word of the user it is all. */
function vexQuery(query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  if (!next.has("status")) next.set("status", "any");
  return next;
}

/** Which of the rows are selected; another filter selects none. The key x selects the row that has the focus. */
function useSelection(key: string, findings: Finding[]) {
  const [state, setState] = useState<{ key: string; ids: ReadonlySet<string> }>({ key, ids: new Set() });
  const selected = state.key === key ? state.ids : new Set<string>();
  useKeys({
    x: () => document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click(),
  });
  return {
    selected,
    select: (ids: readonly string[]) => setState({ key, ids: new Set(ids) }),
    chosen: findings.filter(({ id }) => selected.has(id)),
  };
}
