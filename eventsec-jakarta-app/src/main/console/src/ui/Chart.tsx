import { useEffect, useRef, useState } from "react";
import type { TimeBucket } from "../api/types";
import { usePreferences } from "../app/preferences";
import { clockText, dayText, timeText } from "../text/time";
import { count } from "../text/values";
import { TableHead } from "./Table";

const HEIGHT = 170;
const LEFT = 52;
const BOTTOM = 22;
const TOP = 8;

/** Counts over time as bars; the same figures stand in a table below for those who do not see them. */
export function TimeChart({ buckets, what }: { buckets: TimeBucket[]; what: string }) {
  const { zone } = usePreferences();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [over, setOver] = useState<TimeBucket | null>(null);
  const top = niceTop(Math.max(1, ...buckets.map(({ count: n }) => n)));
  const step = (width - LEFT - 4) / Math.max(1, buckets.length);
  const y = (n: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - n / top);
  const labelEvery = Math.max(1, Math.ceil(92 / step));
  const days = buckets.length > 1 && Date.parse(buckets.at(-1)?.time ?? "") - Date.parse(buckets[0]?.time ?? "") > 36 * 3_600_000;
  return (
    <figure className="chart">
      <div ref={box}>
        <svg width={width} height={HEIGHT} role="img" aria-label={`${what} over time; the table below has the figures`} onMouseLeave={() => setOver(null)}>
          {[0, top / 2, top].map((n) => (
            <g key={n}>
              <line className="chart-grid" x1={LEFT} x2={width} y1={y(n)} y2={y(n)} />
              <text className="chart-label" x={LEFT - 6} y={y(n) + 4} textAnchor="end">
                {shortCount(n)}
              </text>
            </g>
          ))}
          {buckets.map((bucket, i) => {
            const x = LEFT + i * step;
            const height = bucket.count === 0 ? 0 : Math.max(1.5, y(0) - y(bucket.count));
            return (
              <g key={bucket.time} className="chart-bucket" onMouseEnter={() => setOver(bucket)}>
                <rect className="chart-hit" x={x} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />
                <rect className="chart-bar" x={x + Math.min(1, step / 8)} y={y(0) - height} width={Math.max(1, step - Math.min(2, step / 4))} height={height} />
                {i % labelEvery === 0 && x + 60 < width && (
                  <text className="chart-label" x={x} y={HEIGHT - 6}>
                    {days ? `${dayText(new Date(bucket.time), zone).slice(5)} ${clockText(new Date(bucket.time), zone)}` : clockText(new Date(bucket.time), zone)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="chart-caption">
        <span className="muted">{over === null ? `${zone === "utc" ? "UTC" : "Local time"}` : `${timeText(over.time, zone)}: ${count(over.count)} ${what.toLowerCase()}`}</span>
        <details>
          <summary>Show as table</summary>
          <div className="chart-table">
            <table className="table" aria-label={`${what} over time`}>
              <TableHead columns={["From", { name: what, number: true }]} />
              <tbody>
                {buckets.map((bucket) => (
                  <tr key={bucket.time}>
                    <td>{timeText(bucket.time, zone)}</td>
                    <td className="number">{count(bucket.count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </figcaption>
    </figure>
  );
}

/** The next of a few figures times a power of ten: an axis with readable halves. */
export function niceTop(most: number): number {
  if (most <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((n) => n * power >= most) ?? 10);
}

function shortCount(n: number): string {
  if (n >= 1_000_000) return `${n / 1_000_000} M`;
  return n >= 10_000 ? `${n / 1000} k` : count(n);
}

function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(720);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => setWidth(Math.max(240, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
