import { useState } from "react";
import { useResource } from "../api/useResource";
import type { EventItem } from "../api/types";
import { useAccess } from "../app/session";
import { Icon } from "../ui/Icon";
import { Time } from "../ui/parts";
import { Loaded } from "../ui/states";
import { TableHead } from "../ui/Table";
import { Text } from "../ui/Text";
import { valueText } from "../text/values";
import { Original } from "./EvidencePanel";
import { FieldTable } from "./FieldTable";

type OnFilter = (field: string, value: string) => void;

export function EventTable({ events, onFilter }: { events: EventItem[]; onFilter: OnFilter }) {
  return (
    <div className="table-box">
      <table className="table table-events" aria-label="Events">
        <TableHead columns={["Time", "Dataset", "Event", "From", "To"]} />
        {events.map((event) => (
          <EventRow key={event.id} event={event} onFilter={onFilter} />
        ))}
      </table>
    </div>
  );
}

function EventRow({ event, onFilter }: { event: EventItem; onFilter: OnFilter }) {
  const [open, setOpen] = useState(false);
  return (
    <tbody data-event-id={event.id} className={open ? "event-open" : undefined}>
      <tr>
        <td className="cell-time">
          <button type="button" className="row-toggle" aria-expanded={open} onClick={() => setOpen(!open)} data-row>
            <Icon name={open ? "down" : "right"} />
            <Time at={event.time} />
          </button>
        </td>
        <td>
          <Text value={event.dataset ?? event.source} max={40} />
        </td>
        <td className="cell-main cell-summary">
          <Text value={summaryOf(event)} max={200} />
        </td>
        <td>
          <Endpoint event={event} side="source" onFilter={onFilter} />
        </td>
        <td>
          <Endpoint event={event} side="destination" onFilter={onFilter} />
        </td>
      </tr>
      {open && (
        <tr className="event-detail">
          <td colSpan={5}>
            <EventDetail id={event.id} onFilter={onFilter} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** The server's line; where it has none, the fields that say most. */
function summaryOf({ summary, fields }: EventItem): string {
  if (summary !== null && summary !== "") return summary;
  const said = ["message", "rule.name", "event.action", "network.protocol"].map((name) => valueText(fields[name]));
  return said.filter((text) => text !== "").join(" · ") || "(no summary: open it for the fields)";
}

function Endpoint({ event, side, onFilter }: { event: EventItem; side: "source" | "destination"; onFilter: OnFilter }) {
  const address = valueText(event.fields[`${side}.ip`]);
  const port = valueText(event.fields[`${side}.port`]);
  if (address === "") return <span className="muted">–</span>;
  return (
    <button type="button" className="button-link mono" onClick={() => onFilter(`${side}.ip`, address)} title={`Only events with this ${side}.ip`}>
      <Text value={port === "" ? address : `${address}:${port}`} max={60} expand={false} />
    </button>
  );
}

function EventDetail({ id, onFilter }: { id: string; onFilter: OnFilter }) {
  const { client } = useAccess();
  const event = useResource(id, (signal) => client.events.one(id, signal));
  return (
    <Loaded of={event} what="the event">
      {(full) => (
        <>
          <FieldTable fields={full.fields} time={full.time} onFilter={onFilter} />
          {full.original && <Original text={full.original} />}
        </>
      )}
    </Loaded>
  );
}
