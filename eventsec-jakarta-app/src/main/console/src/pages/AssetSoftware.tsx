import { type FormEvent, useEffect, useId, useState } from "react";
import type { Asset, Component } from "../api/inventory";
import type { Page } from "../api/types";
import { usePages } from "../api/useResource";
import { usePreferences } from "../app/preferences";
import { useAccess } from "../app/session";
import { useQuery } from "../router/Link";
import { dayText, fromInput, type Zone } from "../text/time";
import { More, Panel, Time } from "../ui/parts";
import { Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { AssetChanges } from "./AssetChanges";

const PAGE = 100;

/** The end of a day in the zone; null if it is none. */
export function endOfDay(day: string, zone: Zone): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? (fromInput(`${day}T23:59:59`, zone) ?? null) : null;
}

/** What is installed on a host now, or was on the day that the address names; and what has changed since another. */
export function AssetSoftware({ asset }: { asset: Asset }) {
  const { zone } = usePreferences();
  const [query, change] = useQuery();
  const day = query.get("at") ?? "";
  const since = query.get("since") ?? "";
  const at = endOfDay(day, zone);
  const from = endOfDay(since, zone);
  const q = (query.get("q") ?? "").trim();
  const id = useId();
  const dayField = (name: string, label: string, value: string) => (
    <label className="inline-field" htmlFor={`${id}-${name}`}>
      <span>{label}</span>
      <input id={`${id}-${name}`} type="date" value={value} max={dayText(new Date(), zone)} onChange={(event) => change((next) => next.set(name, event.target.value))} />
    </label>
  );
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    change((next) => next.set("q", text.trim()));
  };
  const tools = (
    <div className="panel-tools" role="group" aria-label="Which day">
      <form role="search" aria-label="Search software" onSubmit={search}>
        <input type="search" aria-label="Component" placeholder="Component  ( / )" value={text} onChange={(event) => setText(event.target.value)} maxLength={200} spellCheck={false} autoComplete="off" />
      </form>
      {dayField("at", "At the end of", at === null ? "" : day)}
      {dayField("since", "Changes since", from === null ? "" : since)}
      {(at !== null || from !== null || q !== "") && (
        <button
          type="button"
          className="button button-small"
          onClick={() =>
            change((next) => {
              next.delete("at");
              next.delete("since");
              next.delete("q");
              next.delete("kind");
            })
          }
        >
          All that is there now
        </button>
      )}
    </div>
  );
  return (
    <Panel title={titleOf(at === null ? null : day, from === null ? null : since)} tools={tools} flush>
      {from === null ? <Software key={at} asset={asset} at={at} q={q} /> : <AssetChanges key={`${from} ${at}`} asset={asset} from={from} to={at} q={q} />}
    </Panel>
  );
}

function titleOf(day: string | null, since: string | null): string {
  if (since !== null) return `What has changed from ${since} to ${day ?? "now"}`;
  return day === null ? "Software installed now" : `Software on ${day}`;
}

function Software({ asset, at, q }: { asset: Asset; at: string | null; q: string }) {
  const { client } = useAccess();
  const pages = usePages<Component, Page<Component>>(`${asset.id} ${at} ${q}`, (cursor, signal) => client.inventory.components(asset.id, { at, q }, cursor, PAGE, signal));
  const before = at !== null && Date.parse(at) < Date.parse(asset.firstSeenAt);
  return (
    <>
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.last === null && pages.problem === null && <Loading what="the software" />}
      {pages.last !== null && pages.items.length === 0 && (
        <p className="panel-text muted">
          {q !== "" ? (
            "No component with that in its name, or in that of its source package."
          ) : before ? (
            <>
              It was first heard of <Time at={asset.firstSeenAt} />: what was on it before is not known.
            </>
          ) : at === null ? (
            "No snapshot says what is installed on it."
          ) : (
            "No snapshot of that day or before says what was installed on it."
          )}
        </p>
      )}
      {pages.items.length > 0 && <ComponentTable components={pages.items} />}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="components" />
    </>
  );
}

function ComponentTable({ components }: { components: Component[] }) {
  return (
    <Table label="Software" columns={["Component", "Version", "Ecosystem", "Source package", "Since", "Until"]}>
      {components.map((one) => (
        <tr key={one.id}>
          <td className="cell-main" title={one.purl || one.cpe}>
            <Text value={one.name} max={120} />
            {one.arch !== "" && (
              <span className="muted">
                {" "}
                <Text value={one.arch} max={30} expand={false} />
              </span>
            )}
          </td>
          <td className="mono">
            <Text value={one.version} max={80} />
          </td>
          <td>
            <Text value={[one.ecosystem, one.distro].filter(Boolean).join(" ")} max={60} />
          </td>
          <td className="mono">
            <Text value={[one.sourceName, one.sourceVersion].filter(Boolean).join(" ")} max={120} />
          </td>
          <td className="cell-time">
            <Time at={one.firstSeenAt} />
          </td>
          <td className="cell-time">{one.removedAt === null ? <span className="muted">still there</span> : <Time at={one.removedAt} />}</td>
        </tr>
      ))}
    </Table>
  );
}
