import type { Finding, FindingStatus, MoveTarget } from "../api/vulnerabilities";

/** What moving a finding somewhere is called, and what it needs. */
export interface MoveKind {
  to: MoveTarget;
  name: string;
  hint: string;
  needsReason: boolean;
}

/** In the order in which a person would think of them. */
export const MOVES: readonly MoveKind[] = [
  { to: "in_review", name: "Start review", hint: "Somebody looks at it. It stays due.", needsReason: false },
  { to: "mitigated", name: "Mark mitigated", hint: "The component is still there, but it can no longer be exploited.", needsReason: false },
  { to: "accepted", name: "Accept the risk", hint: "Somebody answers for living with it, for a time. Then it opens again by itself.", needsReason: true },
  { to: "false_positive", name: "False positive", hint: "The component is not vulnerable.", needsReason: true },
  { to: "open", name: "Reopen", hint: "Whatever was decided no longer counts.", needsReason: false },
];

/** The moves that are possible, with the name that fits where it stands. */
export function movesTo(possible: readonly MoveTarget[], from: FindingStatus): MoveKind[] {
  return MOVES.filter(({ to }) => possible.includes(to)).map((move) =>
    move.to === "accepted" && from === "accepted" ? { ...move, name: "Accept on other terms" } : move,
  );
}

/** What a finding is called where its own page is not at hand. */
export function findingName({ vulnerabilityId, component, hostname }: Finding): string {
  return `${vulnerabilityId} in ${component} on ${hostname}`;
}

const DAY_MS = 86_400_000;

/** "in 5 days", "3 days ago": by days, for that is how these are dealt with. */
export function dayDistance(iso: string, now: number): string {
  const days = (Date.parse(iso) - now) / DAY_MS;
  if (Number.isNaN(days)) return "";
  const whole = Math.floor(Math.abs(days));
  if (whole === 0) return days < 0 ? "today" : "within a day";
  const counted = whole === 1 ? "1 day" : `${whole} days`;
  return days < 0 ? `${counted} ago` : `in ${counted}`;
}
