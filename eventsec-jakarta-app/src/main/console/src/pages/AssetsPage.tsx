import { type FormEvent, useEffect, useState } from "react";
import { type Asset, type AssetQuery, CRITICALITIES, type Criticality } from "../api/inventory";
import type { Page } from "../api/types";
import { usePages } from "../api/useResource";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { count, counted } from "../text/values";
import { SeverityBadge, severityName } from "../ui/badges";
import { More, PageHead, Time } from "../ui/parts";
import { Empty, Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { toggled } from "./alertFilters";

/** The assets, by host name. */
export function AssetsPage() {
  const { client, can } = useAccess();
  const [query] = useQuery();
  const words = (query.get("criticality") ?? "").split(",");
  const criticality = CRITICALITIES.filter((one) => words.includes(one));
  const hostname = (query.get("hostname") ?? "").trim();
  const address = (query.get("address") ?? "").trim();
  const filter: AssetQuery = { criticality, hostname, address };
  const pages = usePages<Asset, Page<Asset>>(JSON.stringify(filter), (cursor, signal) => client.inventory.assets(filter, cursor, null, signal));
  const narrowed = criticality.length > 0 || hostname !== "" || address !== "";
  return (
    <>
      <PageHead title="Inventory">
        <span className="muted">{pages.items.length > 0 && `${counted(pages.items.length, "asset")} shown`}</span>
        {can("users:read") && (
          <Link className="button" to={paths.teams}>
            Teams
          </Link>
        )}
        <button type="button" className="button" onClick={pages.reload}>
          Refresh
        </button>
      </PageHead>
      <AssetFilters criticality={criticality} hostname={hostname} address={address} narrowed={narrowed} />
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.last === null && pages.problem === null && <Loading what="assets" />}
      {pages.last !== null && pages.items.length === 0 && <NoAssets narrowed={narrowed} />}
      {pages.items.length > 0 && <AssetTable assets={pages.items} />}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="assets" />
    </>
  );
}

function NoAssets({ narrowed }: { narrowed: boolean }) {
  if (narrowed) {
    return (
      <Empty title="No asset fits this filter">
        <p>
          Take a filter away, or <Link to={paths.inventory}>show all assets</Link>. Host names are found by how they begin.
        </p>
      </Empty>
    );
  }
  return (
    <Empty title="No inventory yet">
      <p>
        Run <code>eventsec inventory --server …</code> on a host, or hand in an SBOM (CycloneDX or SPDX) at <code>/api/v1/inventory/sboms</code>.
      </p>
    </Empty>
  );
}

function AssetFilters({ criticality, hostname, address, narrowed }: { criticality: Criticality[]; hostname: string; address: string; narrowed: boolean }) {
  const [, change] = useQuery();
  const [host, setHost] = useState(hostname);
  const [ip, setIp] = useState(address);
  useEffect(() => setHost(hostname), [hostname]);
  useEffect(() => setIp(address), [address]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    change((query) => {
      query.set("hostname", host.trim());
      query.set("address", ip.trim());
    });
  };
  return (
    <form className="filters" role="search" aria-label="Filter assets" onSubmit={search}>
      <fieldset>
        <legend>Criticality</legend>
        {CRITICALITIES.map((one) => (
          <label key={one} className="toggle">
            <input type="checkbox" checked={criticality.includes(one)} onChange={() => change((query) => query.set("criticality", toggled(criticality, one).join(",")))} />
            <span>{severityName(one)}</span>
          </label>
        ))}
      </fieldset>
      <input type="search" aria-label="Host name begins with" placeholder="Host name begins with  ( / )" value={host} onChange={(event) => setHost(event.target.value)} maxLength={255} spellCheck={false} autoComplete="off" />
      <label className="inline-field">
        <span>Address</span>
        <input value={ip} onChange={(event) => setIp(event.target.value)} maxLength={64} spellCheck={false} autoComplete="off" />
      </label>
      <button type="submit" className="button">
        Search
      </button>
      {narrowed && (
        <Link className="button button-quiet" to={paths.inventory}>
          Clear all
        </Link>
      )}
    </form>
  );
}

function AssetTable({ assets }: { assets: Asset[] }) {
  return (
    <Table label="Assets" columns={["Host", "Criticality", "Addresses", "Tags", { name: "Components", number: true }, "Last snapshot", "Last heard of"]}>
      {assets.map((asset) => (
        <tr key={asset.id} className="row-link">
          <td className="cell-main cell-name">
            <Link to={paths.asset(asset.id)} className="row-target" data-row>
              <Text value={asset.hostname} max={100} expand={false} />
            </Link>
          </td>
          <td>
            <SeverityBadge severity={asset.criticality} />
          </td>
          <td className="cell-entities">
            <Addresses of={asset} />
          </td>
          <td>
            <Tags of={asset} />
          </td>
          <td className="number">{count(asset.components)}</td>
          <td className="cell-time">
            <Time at={asset.lastSnapshotAt} ago />
          </td>
          <td className="cell-time">
            <Time at={asset.lastSeenAt} ago />
          </td>
        </tr>
      ))}
    </Table>
  );
}

const SHOWN_ADDRESSES = 3;

function Addresses({ of: { addresses } }: { of: Asset }) {
  if (addresses.length === 0) return <span className="muted">–</span>;
  return (
    <>
      {addresses.slice(0, SHOWN_ADDRESSES).map((address) => (
        <span key={address} className="entity">
          <Text value={address} max={45} expand={false} />
        </span>
      ))}
      {addresses.length > SHOWN_ADDRESSES && <span className="muted">+{addresses.length - SHOWN_ADDRESSES}</span>}
    </>
  );
}

export function Tags({ of: { tags } }: { of: Asset }) {
  if (tags.length === 0) return <span className="muted">–</span>;
  return (
    <>
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <Text value={tag} max={40} expand={false} />
        </span>
      ))}
    </>
  );
}
