import { useState } from "react";
import { usePages } from "../api/useResource";
import type { EventItem, EventPage } from "../api/types";
import { useAccess } from "../app/session";
import { useQuery } from "../router/Link";
import { More, PageHead } from "../ui/parts";
import { Empty, Loading, ProblemNote } from "../ui/states";
import { count, counted } from "../text/values";
import { EventSearchForm } from "./EventSearchForm";
import { EventTable } from "./EventTable";
import { eventFilterOf, eventQueryOf, withFilter } from "./eventFilters";

export function EventsPage() {
  const { client } = useAccess();
  const [query, change] = useQuery();
  const filter = eventFilterOf(query);
  // The pages of one search share one "now": else their borders would move between them.
  const key = JSON.stringify(filter);
  const [asked, setAsked] = useState({ key, now: Date.now() });
  if (asked.key !== key) setAsked({ key, now: Date.now() });
  const pages = usePages<EventItem, EventPage>(`${key} ${asked.now}`, (cursor, signal) => client.events.search(eventQueryOf(filter, asked.now), cursor, signal));
  const searchAgain = () => setAsked({ key, now: Date.now() });

  return (
    <>
      <PageHead title="Events">
        {pages.last !== null && (
          <span className="muted" role="status">
            {pages.last.totalRelation === "gte" ? "More than " : ""}
            {counted(pages.last.total, "event")}
            {pages.last.total > pages.items.length && `, ${count(pages.items.length)} shown`}
          </span>
        )}
        <button type="button" className="button" onClick={searchAgain}>
          Refresh
        </button>
      </PageHead>
      <EventSearchForm filter={filter} onAgain={searchAgain} />
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.items.length > 0 && (
        <EventTable events={pages.items} onFilter={(field, value) => change((next) => withFilter(next, { field, value }))} />
      )}
      {pages.last === null && pages.problem === null && <Loading what="events" />}
      {pages.last !== null && pages.items.length === 0 && (
        <Empty title="No event fits this search">
          {filter.range !== "all" ? (
            <p>
              Widen the time range, take a filter away, or{" "}
              <button type="button" className="button-link" onClick={() => change((next) => {
                next.delete("from");
                next.delete("to");
                next.set("range", "all");
              })}>
                search all time
              </button>
              .
            </p>
          ) : (
            <p>Take a filter away, or see on the overview whether events arrive.</p>
          )}
        </Empty>
      )}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="events" />
    </>
  );
}
