import { type FormEvent, useEffect, useState } from "react";
import { usePreferences } from "../app/preferences";
import { useQuery } from "../router/Link";
import { fromInput, toInput } from "../text/time";
import { plain } from "../text/visible";
import { Text } from "../ui/Text";
import { type EventFilter, fieldFilterOf, filterText, RANGES, withFilter, withoutFilter } from "./eventFilters";

const HOUR_MS = 3_600_000;

/** The search form: its state is the address, so that a search can be sent to a colleague. */
export function EventSearchForm({ filter, onAgain }: { filter: EventFilter; onAgain: () => void }) {
  const [, change] = useQuery();
  const [text, setText] = useState(filter.q);
  useEffect(() => setText(filter.q), [filter.q]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === filter.q) onAgain();
    else change((query) => query.set("q", text.trim()));
  };
  const choose = (range: string) =>
    change((query) => {
      query.delete("from");
      query.delete("to");
      query.delete("range");
      if (range !== "custom") query.set("range", range);
      else {
        query.set("from", new Date(Date.now() - 24 * HOUR_MS).toISOString());
        query.set("to", new Date().toISOString());
      }
    });
  return (
    <div className="filters" role="search" aria-label="Search events">
      <form className="filters-line" onSubmit={search}>
        <label className="inline-field">
          <span>Time</span>
          <select value={filter.range} onChange={(event) => choose(event.target.value)}>
            {RANGES.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="all">All time</option>
            <option value="custom">From … to …</option>
          </select>
        </label>
        <input type="search" aria-label="Search text" placeholder="Words in the event  ( / )" value={text} onChange={(event) => setText(event.target.value)} maxLength={500} />
        <button type="submit" className="button button-primary">
          Search
        </button>
      </form>
      {filter.range === "custom" && <CustomRange filter={filter} />}
      <FilterLine filter={filter} />
    </div>
  );
}

function CustomRange({ filter }: { filter: EventFilter }) {
  const { zone } = usePreferences();
  const [, change] = useQuery();
  const end = (name: "from" | "to") => (
    <label className="inline-field">
      <span>{name === "from" ? "From" : "To"}</span>
      <input
        type="datetime-local"
        step={1}
        value={toInput(filter[name], zone)}
        onChange={(event) => {
          const time = fromInput(event.target.value, zone);
          if (time !== undefined) change((query) => query.set(name, time));
        }}
      />
    </label>
  );
  const reversed = filter.from !== undefined && filter.to !== undefined && filter.from > filter.to;
  return (
    <div className="filters-line">
      {end("from")}
      {end("to")}
      <span className="muted">{zone === "utc" ? "UTC" : "local time"}</span>
      {reversed && <span className="field-error">“From” is after “To”: nothing can be found.</span>}
    </div>
  );
}

function FilterLine({ filter }: { filter: EventFilter }) {
  const [, change] = useQuery();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const found = fieldFilterOf(text.trim());
    setWrong(found === null);
    if (found === null) return;
    setText("");
    change((query) => withFilter(query, found));
  };
  return (
    <form className="filters-line" onSubmit={add}>
      {filter.filters.map((one) => (
        <button key={filterText(one)} type="button" className="chip" onClick={() => change((query) => withoutFilter(query, one))} aria-label={`Remove the filter ${plain(filterText(one))}`}>
          <span className="chip-field">
            <Text value={one.field} max={60} expand={false} />
          </span>
          <Text value={one.value} max={60} expand={false} /> <span aria-hidden="true">×</span>
        </button>
      ))}
      <input className="filter-input" aria-label="Add a filter" placeholder="field:value" value={text} onChange={(event) => setText(event.target.value)} aria-invalid={wrong} spellCheck={false} maxLength={600} />
      <button type="submit" className="button">
        Add filter
      </button>
      {wrong && <span className="field-error">Write it as field:value, for example source.ip:10.0.0.5.</span>}
      {filter.filters.length > 1 && (
        <button type="button" className="button button-quiet" onClick={() => change((query) => query.delete("filter"))}>
          Clear filters
        </button>
      )}
    </form>
  );
}
