export type Zone = "utc" | "local";

const two = (value: number) => String(value).padStart(2, "0");

/** "2026-11-24 09:41:07" in the zone; text that is no time stays as it is. */
export function timeText(iso: string, zone: Zone): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `${dayText(time, zone)} ${clockText(time, zone, true)}`;
}

export function dayText(time: Date, zone: Zone): string {
  return zone === "utc"
    ? `${time.getUTCFullYear()}-${two(time.getUTCMonth() + 1)}-${two(time.getUTCDate())}`
    : `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

export function clockText(time: Date, zone: Zone, seconds = false): string {
  const [h, m, s] =
    zone === "utc"
      ? [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()]
      : [time.getHours(), time.getMinutes(), time.getSeconds()];
  return seconds ? `${two(h)}:${two(m)}:${two(s)}` : `${two(h)}:${two(m)}`;
}

/** "3 min ago": rough on purpose, the exact time stands beside it. */
export function agoText(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (Number.isNaN(seconds)) return "";
  if (seconds < -5) return "in the future";
  if (seconds < 5) return "just now";
  if (seconds < 90) return `${seconds} s ago`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h ago`;
  return `${Math.round(seconds / 86400)} days ago`;
}

/** The value of a datetime-local input for a time, and back. */
export function toInput(iso: string | undefined, zone: Zone): string {
  return iso === undefined ? "" : timeText(iso, zone).replace(" ", "T");
}

export function fromInput(text: string, zone: Zone): string | undefined {
  const time = new Date(zone === "utc" ? `${text}Z` : text);
  return text === "" || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
