import { useEffect, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { usePages } from "../api/useResource";
import type { Notification, NotificationPage } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { useUnread } from "../app/unread";
import { Link, useQuery } from "../router/Link";
import { plain } from "../text/visible";
import { More, PageHead, Time } from "../ui/parts";
import { Empty, Loading, ProblemNote } from "../ui/states";
import { ACTIONS, Table } from "../ui/Table";
import { Text } from "../ui/Text";

/** What others did with what is the user's. */
export function NotificationsPage() {
  const { client } = useAccess();
  const { unread, set } = useUnread();
  const [query, change] = useQuery();
  const unreadOnly = query.get("unread") === "true";
  const told = usePages<Notification, NotificationPage>(String(unreadOnly), (cursor, signal) => client.notifications.list(unreadOnly, cursor, signal));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const counted = told.last?.unread;
  useEffect(() => {
    if (counted !== undefined) set(counted);
  }, [counted, set]);

  const now = () => new Date().toISOString();
  const read = (work: Promise<number>, which: (one: Notification) => boolean) => {
    setProblem(null);
    work
      .then((left) => {
        set(left);
        told.change((items) => items.map((one) => (one.readAt === null && which(one) ? { ...one, readAt: now() } : one)));
      })
      .catch((failure: unknown) => setProblem(asProblem(failure)));
  };
  const newest = told.items[0];
  return (
    <>
      <PageHead title="Notifications">
        <button type="button" className="button" disabled={newest === undefined || unread === 0} onClick={() => newest !== undefined && read(client.notifications.readUpTo(newest.id), () => true)}>
          Mark all as read
        </button>
      </PageHead>
      <p className="lead">You are told when somebody else gives you an alert or incident, or moves an incident of yours.</p>
      <div className="filters">
        <label className="check">
          <input
            type="checkbox"
            checked={unreadOnly}
            onChange={(event) => {
              const only = event.target.checked;
              change((next) => next.set("unread", only ? "true" : ""));
            }}
          />
          Unread only
        </label>
      </div>
      {problem !== null && <ProblemNote problem={problem} />}
      {told.problem !== null && <ProblemNote problem={told.problem} retry={told.reload} />}
      {told.last === null && told.problem === null && <Loading what="notifications" />}
      {told.last !== null && told.items.length === 0 && (
        <Empty title={unreadOnly ? "Nothing unread" : "No notifications yet"}>
          <p>{unreadOnly ? "You have read all that you were told." : "Nobody has given you anything yet."}</p>
        </Empty>
      )}
      {told.items.length > 0 && <NotificationTable told={told.items} onRead={(one) => read(client.notifications.read(one.id), ({ id }) => id === one.id)} />}
      <More shown={told.items.length} more={told.more} loading={told.loading} what="notifications" />
    </>
  );
}

function NotificationTable({ told, onRead }: { told: Notification[]; onRead: (one: Notification) => void }) {
  return (
    <Table label="Notifications" columns={["When", "What", ACTIONS]}>
      {told.map((one) => (
        <tr key={one.id} className={one.readAt === null ? "row-unread" : undefined}>
          <td className="cell-time">
            <Time at={one.createdAt} ago />
          </td>
          <td className="cell-main">
            <What told={one} onRead={onRead} />
          </td>
          <td className="cell-action">
            {one.readAt === null ? (
              <button type="button" className="button button-small" onClick={() => onRead(one)} aria-label={`Mark as read: ${plain(one.title)}`}>
                Mark as read
              </button>
            ) : (
              <span className="muted">Read</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function What({ told, onRead }: { told: Notification; onRead: (one: Notification) => void }) {
  const to = told.alertId !== null ? paths.alert(told.alertId) : told.incidentId !== null ? paths.incident(told.incidentId) : null;
  const text = <Text value={told.title} max={300} expand={false} />;
  if (to === null) return text;
  return (
    <Link to={to} data-row onClick={() => told.readAt === null && onRead(told)}>
      {text}
    </Link>
  );
}
