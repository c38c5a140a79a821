/** What the REST API tells of assets and what is installed on them. */

export type Criticality = "critical" | "high" | "medium" | "low";
export const CRITICALITIES: readonly Criticality[] = ["critical", "high", "medium", "low"];

export interface Asset {
  id: string;
  agentId: string | null;
  cloudId: string | null;
  hostname: string;
  addresses: string[];
  criticality: Criticality;
  tags: string[];
  ownerTeamId: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  lastSnapshotAt: string | null;
  components: number;
  revision: number;
}

/** What people say of an asset; what is left out stays. */
export interface AssetDescription {
  criticality?: Criticality;
  tags?: string[];
}

/** An asset that turned out to be another one. */
export interface AssetMerge {
  asset: string;
  hostname: string;
  rule: "cloud_id" | "name_and_address" | "person";
}

export interface AssetQuery {
  criticality?: readonly string[];
  /** What it begins with. */
  hostname?: string;
  address?: string;
}

export interface ComponentQuery {
  /** As of that moment; null for now. */
  at: string | null;
  q?: string;
}

/** A component while it is or was installed; what it does not have is the empty text. */
export interface Component {
  id: number;
  ecosystem: string;
  name: string;
  version: string;
  arch: string;
  distro: string;
  sourceName: string;
  sourceVersion: string;
  purl: string;
  cpe: string;
  firstSeenAt: string;
  lastSeenAt: string;
  removedAt: string | null;
}
