import type { ApiClient } from "../api/client";
import type { Asset, Component, ComponentQuery } from "../api/inventory";
import { useResource } from "../api/useResource";
import { useAccess } from "../app/session";
import { count, counted } from "../text/values";
import { Time } from "../ui/parts";
import { Loaded } from "../ui/states";
import { Text } from "../ui/Text";
import { type Changed, difference } from "./softwareDifference";

const PAGE = 200;
/** More than this is compared by no person, and by no browser in good time. */
const MOST_PAGES = 60;
const MOST_SHOWN = 500;

const NAMES: Record<Changed["kind"], string> = { installed: "Installed", upgraded: "Other version", removed: "Removed" };

interface Compared {
  changes: Changed[];
  before: number;
  whole: boolean;
}

/** What has changed on a host between two moments, of components with that in their names; `to` is now if it is null. */
export function AssetChanges({ asset, from, to, q }: { asset: Asset; from: string; to: string | null; q: string }) {
  const { client } = useAccess();
  const compared = useResource<Compared>(`${asset.id} ${from} ${to} ${q}`, async (signal) => {
    const before = await everything(client, asset.id, { at: from, q }, signal);
    const after = await everything(client, asset.id, { at: to, q }, signal);
    return { changes: difference(before.items, after.items), before: before.items.length, whole: before.whole && after.whole };
  });
  return (
    <Loaded of={compared} what="what has changed">
      {(found) => <Changes found={found} from={from} to={to} />}
    </Loaded>
  );
}

function Changes({ found: { changes, before, whole }, from, to }: { found: Compared; from: string; to: string | null }) {
  const number = (kind: Changed["kind"]) => count(changes.filter((one) => one.kind === kind).length);
  return (
    <>
      <p className="panel-text">
        From <Time at={from} /> to {to === null ? "now" : <Time at={to} />}: {number("installed")} installed, {number("upgraded")} in another version, {number("removed")} removed.
        {before === 0 && " Of the first of these days nothing is known, so that all counts as installed."}
        {!whole && ` Only the first ${count(PAGE * MOST_PAGES)} components of each day, by name, are compared.`}
      </p>
      {changes.length > 0 && (
        <div className="table-box">
          <table className="table" aria-label="What has changed">
            <thead>
              <tr>
                <th scope="col">Change</th>
                <th scope="col">Component</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
                <th scope="col">Ecosystem</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, MOST_SHOWN).map((one) => (
                <tr key={`${one.ecosystem} ${one.name} ${one.arch}`}>
                  <td>{NAMES[one.kind]}</td>
                  <td className="cell-main">
                    <Text value={one.name} max={120} />
                    {one.arch !== "" && (
                      <span className="muted">
                        {" "}
                        <Text value={one.arch} max={30} expand={false} />
                      </span>
                    )}
                  </td>
                  <td className="mono">{one.before.length === 0 ? <span className="muted">–</span> : <Text value={one.before.join(", ")} max={120} />}</td>
                  <td className="mono">{one.after.length === 0 ? <span className="muted">–</span> : <Text value={one.after.join(", ")} max={120} />}</td>
                  <td>
                    <Text value={one.ecosystem} max={40} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changes.length > MOST_SHOWN && <p className="panel-text muted">The first {count(MOST_SHOWN)} of {counted(changes.length, "change")} are shown.</p>}
    </>
  );
}

/** All that is installed at a moment, up to a bound. */
async function everything(client: ApiClient, asset: string, query: ComponentQuery, signal: AbortSignal): Promise<{ items: Component[]; whole: boolean }> {
  const items: Component[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const next: { items: Component[]; nextCursor: string | null } = await client.components(asset, query, cursor, PAGE, signal);
    items.push(...next.items);
    cursor = next.nextCursor;
    if (cursor === null) return { items, whole: true };
  }
  return { items, whole: false };
}
