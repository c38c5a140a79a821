import { Fragment, useState } from "react";
import type { Asset, AssetMerge } from "../api/inventory";
import { useResource } from "../api/useResource";
import { WAITING } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { count } from "../text/values";
import { plain } from "../text/visible";
import { SeverityBadge } from "../ui/badges";
import { Fact, PageHead, Panel, Time } from "../ui/parts";
import { Empty, Loaded, ProblemNote } from "../ui/states";
import { Text } from "../ui/Text";
import { AssetSoftware } from "./AssetSoftware";
import { Tags } from "./AssetsPage";
import { DescribeAsset } from "./DescribeAsset";
import { FindingTable } from "./FindingTable";
import { MergeAsset } from "./MergeAsset";
import { PersonName } from "./PeoplePanel";

/** A host: what is known of it, what is wrong with it, and what is and was installed on it. */
export function AssetPage({ id }: { id: string }) {
  const { client, can } = useAccess();
  const asset = useResource<Asset>(id, (signal) => client.inventory.asset(id, signal));
  const [merged, setMerged] = useState({ times: 0, told: "" });
  const head = (
    <PageHead
      title={asset.data?.hostname ?? "Asset"}
      context={
        <p className="crumbs">
          <Link to={paths.inventory}>Inventory</Link> <span aria-hidden="true">/</span>
        </p>
      }
    >
      {asset.data !== null && can("alerts:read") && (
        <>
          <Link className="button" to={paths.entity("host", asset.data.hostname)}>
            Risk by alerts
          </Link>
          <Link className="button" to={paths.alertsAbout(asset.data.hostname)}>
            Alerts with this name
          </Link>
        </>
      )}
    </PageHead>
  );
  if (asset.problem?.status === 404) {
    return (
      <>
        {head}
        <Empty title="There is no such asset">
          <p>
            Go to the <Link to={paths.inventory}>inventory</Link>.
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      {head}
      <Loaded of={asset} what="the asset">
        {(one) => (
          <>
            <p role="status" className={merged.told === "" ? "visually-hidden" : "lead"}>
              {merged.told}
            </p>
            {/* What comes along with another asset is read anew. */}
            <Fragment key={merged.times}>
              <Facts
                asset={one}
                onChanged={asset.set}
                onStale={asset.reload}
                onMerged={(now, other) => {
                  asset.set(now);
                  setMerged(({ times }) => ({ times: times + 1, told: `${plain(other)} is a part of it now.` }));
                }}
              />
              {can("vulnerabilities:read") && <WorstFindings asset={one} />}
              <AssetSoftware asset={one} />
            </Fragment>
          </>
        )}
      </Loaded>
    </>
  );
}

interface FactsProps {
  asset: Asset;
  onChanged: (now: Asset) => void;
  onStale: () => void;
  onMerged: (now: Asset, other: string) => void;
}

function Facts({ asset, onChanged, onStale, onMerged }: FactsProps) {
  const tools = (
    <div className="panel-tools">
      <MergeAsset asset={asset} onMerged={onMerged} onStale={onStale} />
      <DescribeAsset asset={asset} onChanged={onChanged} onStale={onStale} />
    </div>
  );
  return (
    <Panel title="What is known of it" tools={tools}>
      {asset.description !== "" && (
        <p className="asset-description">
          <Text value={asset.description} lines max={1000} />
        </p>
      )}
      <dl className="facts facts-columns">
        <Fact name="Criticality">
          <SeverityBadge severity={asset.criticality} />
        </Fact>
        <Fact name="Tags">
          <Tags of={asset} />
        </Fact>
        <Fact name="Owner">{asset.ownerTeam === null ? <span className="muted">no team</span> : <Text value={asset.ownerTeam.name} max={100} />}</Fact>
        <Fact name="Agent">{asset.agentId === null ? <span className="muted">none</span> : <Text value={asset.agentId} max={80} />}</Fact>
        <Fact name="Cloud">{asset.cloudId === null ? <span className="muted">none</span> : <Text value={asset.cloudId} max={120} />}</Fact>
        <Fact name="Addresses">{asset.addresses.length === 0 ? <span className="muted">none known</span> : <Text value={asset.addresses.join(", ")} max={160} />}</Fact>
        <Fact name="Id">
          <code>{asset.id}</code>
        </Fact>
        <Fact name="Components">{count(asset.components)}</Fact>
        <Fact name="Last snapshot">
          <Time at={asset.lastSnapshotAt} ago />
        </Fact>
        <Fact name="First heard of">
          <Time at={asset.firstSeenAt} />
        </Fact>
        <Fact name="Last heard of">
          <Time at={asset.lastSeenAt} ago />
        </Fact>
      </dl>
      <Merged asset={asset} />
    </Panel>
  );
}

const RULES: Record<AssetMerge["rule"], string> = {
  cloud_id: "by what its cloud calls it",
  name_and_address: "by name and address",
  person: "as somebody said",
};

/** Assets that turned out to be this one. */
function Merged({ asset }: { asset: Asset }) {
  const { client } = useAccess();
  const merges = useResource(asset.id, (signal) => client.inventory.merges(asset.id, signal));
  if (merges.problem !== null) return <ProblemNote problem={merges.problem} retry={merges.reload} />;
  if (merges.data === null || merges.data.length === 0) return null;
  return (
    <>
      <h3>Assets that turned out to be this one</h3>
      <ul aria-label="Assets that turned out to be this one">
        {merges.data.map((one) => (
          <li key={one.asset}>
            <Text value={one.hostname} max={120} />{" "}
            <span className="muted">
              {one.by === null ? (RULES[one.rule] ?? one.rule) : <>as <PersonName person={one.by} /> said</>}, <Time at={one.at} />
              {one.agentId !== null && (
                <>
                  ; agent <Text value={one.agentId} max={80} />
                </>
              )}
              {one.cloudId !== null && (
                <>
                  ; cloud <Text value={one.cloudId} max={120} />
                </>
              )}
              ; was <code>{one.asset}</code>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const SHOWN_FINDINGS = 10;

/** The worst that somebody has still to deal with; the list of findings has all. */
function WorstFindings({ asset }: { asset: Asset }) {
  const { client } = useAccess();
  const found = useResource(asset.id, (signal) => client.vulnerabilities.findings({ asset: asset.id, status: WAITING }, null, signal));
  const all = (
    <Link className="button button-small" to={paths.findings({ asset: asset.id, status: "any" })}>
      All findings
    </Link>
  );
  return (
    <Panel title="Vulnerabilities that wait, worst first" tools={all} flush>
      <Loaded of={found} what="the findings">
        {({ items, nextCursor, advisorySources }) =>
          items.length === 0 ? (
            <p className="panel-text muted">
              {advisorySources.length === 0 ? "No advisories are connected: nothing is looked for." : "None waits to be dealt with."}
            </p>
          ) : (
            <>
              <FindingTable findings={items.slice(0, SHOWN_FINDINGS)} />
              {(items.length > SHOWN_FINDINGS || nextCursor !== null) && <p className="panel-text muted">These are the worst {SHOWN_FINDINGS}; there are more.</p>}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
