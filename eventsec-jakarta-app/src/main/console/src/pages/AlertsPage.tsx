import { type FormEvent, useEffect, useRef, useState } from "react";
import { usePages } from "../api/useResource";
import type { AlertSummary, Page } from "../api/types";
import { SEVERITIES, STATUSES } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import type { LiveEvent } from "../live/alertStream";
import { useLive } from "../live/LiveAlerts";
import { Link, useQuery } from "../router/Link";
import { SeverityBadge, severityName, StatusBadge, statusName } from "../ui/badges";
import { More, PageHead, Time } from "../ui/parts";
import { Empty, Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { plain } from "../text/visible";
import { counted } from "../text/values";
import { type AlertFilter, alertFilterOf, alertQueryOf, fits, isFiltered, toggled, withAlert, withStatus } from "./alertFilters";

const RENEW_AFTER_MS = 1000;

export function AlertsPage() {
  const { client } = useAccess();
  const [query] = useQuery();
  const filter = alertFilterOf(query);
  const key = JSON.stringify(filter);
  const pages = usePages<AlertSummary, Page<AlertSummary>>(key, (cursor, signal) => client.alerts.list(alertQueryOf(filter), cursor, signal));
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  const renew = useDebounced(pages.reload, RENEW_AFTER_MS);

  const apply = (event: LiveEvent) => {
    if (event.kind === "resumed") return renew();
    if (event.kind === "status") {
      return pages.change((items) => withStatus(items, event.change.id, event.change.status, event.change.revision));
    }
    const fit = fits(event.alert, filter);
    if (fit === false || pages.last === null) return;
    setFresh((old) => new Set(old).add(event.alert.id));
    if (fit === "ask") return renew();
    pages.change((items) => withAlert(items, event.alert));
    setSaid(`New ${severityName(event.alert.severity).toLowerCase()} alert: ${plain(event.alert.title)}`);
  };
  const { paused, waiting, pause, resume } = usePausable(apply);

  return (
    <>
      <PageHead title="Alerts">
        <span className="muted">{pages.items.length > 0 && `${counted(pages.items.length, "alert")} shown`}</span>
        <button type="button" className="button" aria-pressed={paused} onClick={paused ? resume : pause}>
          {paused ? `Resume${waiting > 0 ? ` (${waiting} new)` : ""}` : "Pause"}
        </button>
      </PageHead>
      <AlertFilters filter={filter} />
      <p className="visually-hidden" role="status" aria-live="polite">
        {said}
      </p>
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.items.length > 0 && <AlertTable alerts={pages.items} fresh={fresh} />}
      {pages.last === null && pages.problem === null && <Loading what="alerts" />}
      {pages.last !== null && pages.items.length === 0 && <NoAlerts filter={filter} />}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="alerts" />
    </>
  );
}

function NoAlerts({ filter }: { filter: AlertFilter }) {
  if (isFiltered(filter)) {
    return (
      <Empty title="No alert fits this filter">
        <p>
          Take a filter away, or <Link to={paths.alerts}>show all alerts</Link>. New ones that fit appear here by themselves.
        </p>
      </Empty>
    );
  }
  return (
    <Empty title="No alerts yet">
      <p>When a rule matches an event, its alert appears here by itself. If you expect some, see whether events arrive on the overview.</p>
    </Empty>
  );
}

function AlertFilters({ filter }: { filter: AlertFilter }) {
  const [, change] = useQuery();
  const [text, setText] = useState(filter.q);
  useEffect(() => setText(filter.q), [filter.q]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    change((query) => query.set("q", text.trim()));
  };
  return (
    <form className="filters" role="search" aria-label="Filter alerts" onSubmit={search}>
      <fieldset>
        <legend>Status</legend>
        {STATUSES.map((status) => (
          <label key={status} className="toggle">
            <input type="checkbox" checked={filter.status.includes(status)} onChange={() => change((q) => q.set("status", toggled(filter.status, status).join(",")))} />
            <span>{statusName(status)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Severity</legend>
        {SEVERITIES.map((severity) => (
          <label key={severity} className="toggle">
            <input type="checkbox" checked={filter.severity.includes(severity)} onChange={() => change((q) => q.set("severity", toggled(filter.severity, severity).join(",")))} />
            <span>{severityName(severity)}</span>
          </label>
        ))}
      </fieldset>
      <input type="search" aria-label="Search alerts" placeholder="Search alerts  ( / )" value={text} onChange={(event) => setText(event.target.value)} maxLength={200} />
      <button type="submit" className="button">
        Search
      </button>
      {filter.rule !== "" && (
        <button type="button" className="chip" onClick={() => change((q) => q.delete("rule"))} aria-label={`Remove the filter rule ${plain(filter.rule)}`}>
          Rule <Text value={filter.rule} max={60} expand={false} /> <span aria-hidden="true">×</span>
        </button>
      )}
      {isFiltered(filter) && (
        <Link className="button button-quiet" to={paths.alerts}>
          Clear all
        </Link>
      )}
    </form>
  );
}

function AlertTable({ alerts, fresh }: { alerts: AlertSummary[]; fresh: ReadonlySet<string> }) {
  return (
    <Table label="Alerts" columns={["Severity", "Alert", "About", "Source", "Event time", "Raised", "Status"]}>
      {alerts.map((alert) => (
        <tr key={alert.id} className={fresh.has(alert.id) ? "row-link row-new" : "row-link"} data-alert-id={alert.id}>
          <td>
            <SeverityBadge severity={alert.severity} />
          </td>
          <td className="cell-main">
            <Link to={paths.alert(alert.id)} className="row-target" data-row>
              <Text value={alert.title} max={160} expand={false} />
            </Link>
            {alert.firings > 1 && (
              <span className="tag" title="How often the condition of the rule was reached">
                ×{alert.firings.toLocaleString()}
              </span>
            )}
            {fresh.has(alert.id) && <span className="tag tag-new">New</span>}
          </td>
          <td className="cell-entities">
            <Entities alert={alert} />
          </td>
          <td>
            <Text value={alert.source} max={40} />
          </td>
          <td className="cell-time">
            <Time at={alert.eventTime} />
          </td>
          <td className="cell-time">
            <Time at={alert.raisedAt} />
          </td>
          <td>
            <StatusBadge status={alert.status} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

const SHOWN_ENTITIES = 3;

function Entities({ alert }: { alert: AlertSummary }) {
  const all = [...alert.entities.hosts, ...alert.entities.users, ...alert.entities.addresses];
  if (all.length === 0) return <span className="muted">–</span>;
  return (
    <>
      {all.slice(0, SHOWN_ENTITIES).map((entity, i) => (
        <span key={i} className="entity">
          <Text value={entity} max={40} expand={false} />
        </span>
      ))}
      {all.length > SHOWN_ENTITIES && <span className="muted">+{all.length - SHOWN_ENTITIES}</span>}
    </>
  );
}

/** Live events, but held back while the list is paused. */
function usePausable(apply: (event: LiveEvent) => void) {
  const [paused, setPaused] = useState(false);
  const held = useRef<LiveEvent[]>([]);
  const [waiting, setWaiting] = useState(0);
  useLive((event) => {
    if (!paused) return apply(event);
    // A list that is paused for long is read anew instead of being told everything.
    held.current = held.current.length < 500 ? [...held.current, event] : [{ kind: "resumed" }];
    setWaiting(held.current.filter(({ kind }) => kind === "alert").length);
  });
  return {
    paused,
    waiting,
    pause: () => setPaused(true),
    resume: () => {
      setPaused(false);
      setWaiting(0);
      for (const event of held.current.splice(0)) apply(event);
    },
  };
}

/** Runs the action once, some time after the first of several calls. */
export function useDebounced(action: () => void, ms: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => () => {
    if (timer.current !== null) clearTimeout(timer.current);
  }, []);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, ms);
  };
}
