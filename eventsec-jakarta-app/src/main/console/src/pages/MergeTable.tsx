import type { ReactNode } from "react";
import type { Asset, AssetMergePreview } from "../api/inventory";
import { count } from "../text/values";
import { SeverityBadge } from "../ui/badges";
import { Time } from "../ui/parts";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";

const NONE = <span className="muted">–</span>;

/** What is shown of an asset; the text is what two of them are compared by. */
const VALUES: readonly { name: string; text: (asset: Asset) => string; show: (asset: Asset) => ReactNode }[] = [
  text("Host name", ({ hostname }) => hostname),
  text("Agent", ({ agentId }) => agentId ?? ""),
  text("Cloud", ({ cloudId }) => cloudId ?? ""),
  text("Addresses", ({ addresses }) => addresses.join(", ")),
  { name: "Criticality", text: ({ criticality }) => criticality, show: ({ criticality }) => <SeverityBadge severity={criticality} /> },
  text("Owner", ({ ownerTeam }) => ownerTeam?.name ?? ""),
  text("Tags", ({ tags }) => tags.join(", ")),
  text("What it is for", ({ description }) => description),
  text("Components", ({ components }) => count(components)),
  time("Last snapshot", ({ lastSnapshotAt }) => lastSnapshotAt),
  time("First heard of", ({ firstSeenAt }) => firstSeenAt),
  time("Last heard of", ({ lastSeenAt }) => lastSeenAt),
];

function text(name: string, of: (asset: Asset) => string) {
  return { name, text: of, show: (asset: Asset) => (of(asset) === "" ? NONE : <Text value={of(asset)} max={120} />) };
}

function time(name: string, of: (asset: Asset) => string | null) {
  return { name, text: (asset: Asset) => of(asset) ?? "", show: (asset: Asset) => <Time at={of(asset)} /> };
}

/** What would become of each value of two assets; what changes on the one that stays stands out. */
export function MergeTable({ preview: { asset, other, after } }: { preview: AssetMergePreview }) {
  return (
    <Table label="What would become of each value" columns={["Value", "This asset", "The other", "Afterwards"]}>
      {VALUES.map(({ name, text: textOf, show }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{show(asset)}</td>
          <td>{show(other)}</td>
          <td>{textOf(asset) === textOf(after) ? show(after) : <strong>{show(after)}</strong>}</td>
        </tr>
      ))}
    </Table>
  );
}
