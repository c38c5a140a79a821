import { FINDING_STATUSES, type VexReport } from "../api/vulnerabilities";
import { counted } from "../text/values";
import { statusName } from "../ui/badges";

/** What became of a document, of all calls together. */
export interface VexOutcome extends VexReport {
  /** False if more statements, than are listed, may be about nothing here. */
  unmatchedWhole: boolean;
}

/** How many of each list are kept for people to read. */
const MOST_TOLD = 500;

/**
 * The outcome with that of another call about the same document. A statement that is about nothing of some assets may be about others, so
 * that only what no call could place is left.
 */
export function together(before: VexOutcome | null, next: VexReport): VexOutcome {
  const whole = next.unmatched.length === next.unmatchedCount;
  if (before === null) return { ...next, unmatchedWhole: whole };
  const placed = (one: VexReport["unmatched"][number]) => `${one.vulnerabilityId}\n${one.status}\n${one.product}`;
  const still = new Set(next.unmatched.map(placed));
  const unmatched = before.unmatched.filter((one) => still.has(placed(one)));
  const moved = Object.fromEntries(FINDING_STATUSES.map((status) => [status, (before.moved[status] ?? 0) + (next.moved[status] ?? 0)]).filter(([, count]) => count !== 0)) as VexReport["moved"];
  return {
    ...next,
    assets: before.assets + next.assets,
    moved,
    unchanged: before.unchanged + next.unchanged,
    refused: [...before.refused, ...next.refused].slice(0, MOST_TOLD),
    refusedCount: before.refusedCount + next.refusedCount,
    unmatched,
    unmatchedCount: unmatched.length,
    unmatchedWhole: before.unmatchedWhole && whole,
  };
}

/** "2 findings false positive, 1 finding mitigated", or that none was moved. */
export function movedText(moved: VexReport["moved"]): string {
  const parts = FINDING_STATUSES.flatMap((status) => (moved[status] ? [`${counted(moved[status], "finding")} ${statusName(status).toLowerCase()}`] : []));
  return parts.length === 0 ? "No finding was moved." : `Now ${parts.join(", ")}.`;
}
