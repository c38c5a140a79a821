const PATHS = {
  overview: "M3 13h4V3H3zM9 13h4V7H9z",
  alerts: "M8 2a4 4 0 0 0-4 4c0 4-1.5 5-1.5 5h11S12 10 12 6a4 4 0 0 0-4-4M6.5 13.500a1.6 1.6 0 0 0 3 0",
  incidents: "M2.5 13.500v-8h4l1.5 2h5.500v6zM2.5 5.500v-2h11v4",
  entities: "M2.5 12a5.5 5.5 0 1 1 11 0M8 12l2.5-4M2.5 12h1.500M12 12h1.500",
  events: "M2.5 4h11M2.5 8h11M2.5 12h7",
  rules: "M4 2.500h6l2.5 2.500v8.500H4zM6.5 8h4M6.5 10.500h4",
  indicators: "M8 2.500a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4M8 1v2.500M8 12.500V15M1 8h2.500M12.5 8H15",
  vulnerabilities: "M8 1.8 13 3.8v4c0 3.2-2 5.2-5 6.400-3-1.200-5-3.200-5-6.400v-4zM8 5v3.500M8 10.800h.01",
  inventory: "M2.5 3.500h11v3.500h-11zM2.5 9h11v3.500h-11zM5 5.200h.01M5 10.700h.01",
  sensors: "M8 9.500v4M8 7.500h.01M5 10.500a4 4 0 1 1 6 0M3 12.500a7 7 0 1 1 10 0",
  letters: "M2.5 4h11v8.500h-11zM2.5 4.5 8 9l5.5-4.5",
  inbox: "M2.5 9.500 4.5 3.500h7l2 6v3.500h-11zM2.5 9.500h3l1 2h3l1-2h3",
  status: "M2 8h3l2-4.5 2.5 9L11.5 8H14",
  search: "M7 2.500a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.500l3 3",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3.500v9M3.5 8h9",
  copy: "M5.5 5.500h7v7h-7zM3.5 10.500v-7h7",
  check: "M3 8.500l3.5 3.500L13 4.5",
  sun: "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M8 1.500v1M8 13.500v1M1.5 8h1M13.5 8h1M3.4 3.400l.7.7M11.9 11.900l.7.7M3.4 12.600l.7-.7M11.9 4.100l.7-.7",
  moon: "M13 9.500A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5",
  half: "M8 2.500a5.5 5.5 0 1 1 0 11zM8 2.500a5.5 5.5 0 0 0 0 11",
  down: "M4 6.5 8 10.500l4-4",
  right: "M6.5 4l4 4-4 4",
  help: "M6 6a2 2 0 1 1 2.8 1.900c-.6.3-.8.7-.8 1.300M8 11.800h.01M8 1.800a6.2 6.2 0 1 1 0 12.400A6.2 6.2 0 0 1 8 1.8",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a text that says the same; never the only carrier of a meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
