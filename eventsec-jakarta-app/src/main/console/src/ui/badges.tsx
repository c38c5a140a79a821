import type { AlertStatus, IncidentStatus, Severity } from "../api/types";
import type { FindingStatus } from "../api/vulnerabilities";
import type { StreamState } from "../live/alertStream";

/* Each severity has its own shape, so that it is told apart without its colour. */
const SHAPES: Record<Severity, string> = {
  critical: "M2 2h12v12H2z",
  high: "M8 2 14.5 13.500h-13z",
  medium: "M8 1.5 14.5 8 8 14.5 1.5 8z",
  low: "M8 14 1.5 2.500h13z",
  informational: "M8 2.500a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11",
};

const SHORT: Record<Severity, string> = {
  critical: "Critical",
  high: "High",
  medium: "Medium",
  low: "Low",
  informational: "Info",
};

export function severityName(severity: string): string {
  return SHORT[severity as Severity] ?? severity;
}

export function SeverityBadge({ severity }: { severity: string }) {
  const known = severity in SHAPES ? (severity as Severity) : "informational";
  return (
    <span className={`severity severity-${known}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPES[known]} />
      </svg>
      {severityName(severity)}
    </span>
  );
}

type Status = AlertStatus | IncidentStatus | FindingStatus;

const STATUS_NAMES: Record<Status, string> = {
  open: "Open",
  acknowledged: "Acknowledged",
  in_progress: "In progress",
  on_hold: "On hold",
  closed: "Closed",
  in_review: "In review",
  mitigated: "Mitigated",
  accepted: "Accepted",
  false_positive: "False positive",
  fixed: "Fixed",
};

export function statusName(status: string): string {
  return STATUS_NAMES[status as Status] ?? status;
}

export function StatusBadge({ status }: { status: string }) {
  return <span className={`status status-${status in STATUS_NAMES ? status : "other"}`}>{statusName(status)}</span>;
}

const STATES: Record<string, { tone: string; sign: string }> = {
  up: { tone: "good", sign: "●" },
  idle: { tone: "good", sign: "●" },
  working: { tone: "good", sign: "●" },
  elsewhere: { tone: "neutral", sign: "○" },
  degraded: { tone: "warn", sign: "▲" },
  waiting: { tone: "warn", sign: "▲" },
  failing: { tone: "bad", sign: "■" },
  down: { tone: "bad", sign: "■" },
  "in force": { tone: "good", sign: "●" },
  "too old": { tone: "warn", sign: "▲" },
  "held back": { tone: "warn", sign: "▲" },
  unreadable: { tone: "bad", sign: "■" },
};

export function StateBadge({ state }: { state: string }) {
  const { tone, sign } = STATES[state.toLowerCase()] ?? { tone: "neutral", sign: "○" };
  return (
    <span className={`state state-${tone}`}>
      <span aria-hidden="true">{sign}</span> {state}
    </span>
  );
}

const LIVE: Record<StreamState, { tone: string; text: string; hint: string }> = {
  live: { tone: "good", text: "Live", hint: "New alerts appear by themselves" },
  connecting: { tone: "warn", text: "Connecting", hint: "Connecting to the alert stream" },
  reconnecting: { tone: "warn", text: "Reconnecting", hint: "The alert stream was lost; trying again by itself" },
  stopped: { tone: "neutral", text: "Not live", hint: "The alert stream is closed; load the page again to reopen it" },
};

export function LiveBadge({ state }: { state: StreamState }) {
  const { tone, text, hint } = LIVE[state];
  return (
    <span className={`live live-${tone}`} role="status" aria-label={`Alert stream: ${text}`} title={hint} data-state={state}>
      <span className="live-dot" aria-hidden="true" />
      {text}
    </span>
  );
}
