import { usePages } from "../api/useResource";
import { INDICATOR_KINDS, type Indicator, type Page } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { count } from "../text/values";
import { More, PageHead, Time } from "../ui/parts";
import { Empty, Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { ImportIndicators } from "./ImportIndicators";

/** What feeds say is bad, newest first. */
export function IndicatorsPage() {
  const { client, can } = useAccess();
  const [query, change] = useQuery();
  const kind = INDICATOR_KINDS.find((one) => one === query.get("kind")) ?? "";
  const feed = query.get("feed") ?? "";
  const q = query.get("q") ?? "";
  const inForce = query.get("inForce") === "true";
  const pages = usePages<Indicator, Page<Indicator>>(JSON.stringify([kind, feed, q, inForce]), (cursor, signal) => client.indicators.list({ kind, feed, q, inForce }, cursor, signal));
  const set = (name: string, value: string) => change((next) => (value === "" ? next.delete(name) : next.set(name, value)));
  const narrowed = kind !== "" || feed !== "" || q !== "" || inForce;
  return (
    <>
      <PageHead title="Indicators">
        <button type="button" className="button" onClick={pages.reload}>
          Refresh
        </button>
      </PageHead>
      <p className="lead">What feeds say is bad. Events that name it are told so, and rules make alerts of them.</p>
      {can("indicators:write") && <ImportIndicators onDone={pages.reload} />}
      <div className="filters" role="group" aria-label="Filter indicators">
        <label className="inline-field">
          <span>Kind</span>
          <select value={kind} onChange={(event) => set("kind", event.target.value)}>
            <option value="">All</option>
            {INDICATOR_KINDS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label className="inline-field">
          <span>Feed</span>
          <input value={feed} onChange={(event) => set("feed", event.target.value)} maxLength={100} spellCheck={false} autoComplete="off" />
        </label>
        <label className="inline-field">
          <span>Text</span>
          <input type="search" value={q} onChange={(event) => set("q", event.target.value)} maxLength={200} spellCheck={false} autoComplete="off" />
        </label>
        <label className="toggle">
          <input type="checkbox" checked={inForce} onChange={() => set("inForce", inForce ? "" : "true")} />
          <span>In force now</span>
        </label>
        {narrowed && (
          <Link className="button button-quiet" to={paths.indicators}>
            Clear all
          </Link>
        )}
      </div>
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.last === null && pages.problem === null && <Loading what="indicators" />}
      {pages.last !== null && pages.items.length === 0 && (
        <Empty title={narrowed ? "Nothing fits this filter" : "No indicators yet"}>
          <p>Import a feed, or have a TAXII collection polled.</p>
        </Empty>
      )}
      {pages.items.length > 0 && <IndicatorTable indicators={pages.items} />}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="indicators" />
    </>
  );
}

function IndicatorTable({ indicators }: { indicators: Indicator[] }) {
  return (
    <Table label="Indicators" columns={["Kind", "Value", "Feed", "TLP", { name: "Confidence", number: true }, "Valid until", { name: "Alerts", number: true }, "Last seen"]}>
      {indicators.map((indicator) => (
        <tr key={indicator.id}>
          <td>{indicator.kind}</td>
          <td className="cell-main">
            <Text value={indicator.value} max={120} />
            {indicator.name !== "" && (
              <div className="muted">
                <Text value={indicator.name} max={120} expand={false} />
              </div>
            )}
          </td>
          <td>
            <Text value={indicator.feed} max={60} expand={false} />
            {indicator.source !== indicator.feed && (
              <div className="muted">
                <Text value={indicator.source} max={60} expand={false} />
              </div>
            )}
          </td>
          <td>{indicator.tlp === null ? "" : indicator.tlp.replace("_", "+").toUpperCase()}</td>
          <td className="number">{indicator.confidence ?? ""}</td>
          <td className="cell-time">
            <Validity of={indicator} />
          </td>
          <td className="number">
            {indicator.alerts === 0 ? "0" : <Link to={paths.alertsAbout(indicator.value)}>{count(indicator.alerts)}</Link>}
          </td>
          <td className="cell-time">{indicator.lastSeenAt !== null && <Time at={indicator.lastSeenAt} ago />}</td>
        </tr>
      ))}
    </Table>
  );
}

function Validity({ of }: { of: Indicator }) {
  if (of.withdrawnAt !== null) {
    return (
      <span className="muted">
        Withdrawn <Time at={of.withdrawnAt} />
      </span>
    );
  }
  return of.validUntil === null ? <>No end</> : <Time at={of.validUntil} />;
}
