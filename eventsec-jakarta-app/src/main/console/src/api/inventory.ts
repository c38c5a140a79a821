/** What the REST API tells of assets and what is installed on them. */

import type { Page, Person, TeamRef } from "./types";

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
  description: string;
  ownerTeam: TeamRef | null;
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
  description?: string;
  /** Empty for none. */
  ownerTeamId?: string;
}

/** An asset that turned out to be another one; its id, agent and cloud lead there. */
export interface AssetMerge {
  asset: string;
  hostname: string;
  agentId: string | null;
  cloudId: string | null;
  rule: "cloud_id" | "name_and_address" | "person";
  /** Null where a rule did it. */
  by: Person | null;
  at: string;
}

/** What would become of two assets, if they were one. */
export interface AssetMergePreview {
  asset: Asset;
  other: Asset;
  after: Asset;
  /** Of the other, not fixed. */
  findings: number;
  incidents: number;
}

export type ChangeKind = "installed" | "upgraded" | "removed";
export const CHANGE_KINDS: readonly ChangeKind[] = ["installed", "upgraded", "removed"];

/** A component whose versions are others than they were. */
export interface ComponentChange {
  kind: ChangeKind;
  ecosystem: string;
  name: string;
  arch: string;
  before: string[];
  after: string[];
}

export interface ChangeTotals {
  before: number;
  installed: number;
  upgraded: number;
  removed: number;
}

/** The totals stand on the first page only. */
export interface ComponentChangePage extends Page<ComponentChange> {
  totals: ChangeTotals | null;
}

export interface ChangeQuery {
  from: string;
  /** Null for now. */
  to: string | null;
  kind: ChangeKind | null;
  q: string;
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
