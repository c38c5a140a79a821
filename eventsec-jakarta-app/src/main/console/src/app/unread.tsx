import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { useResource } from "../api/useResource";
import { useAccess } from "./session";

const EVERY_MS = 30_000;
/** For so long after the last key or click somebody is taken to be there. */
const THERE_MS = 300_000;

interface Unread {
  /** How many notifications are unread; 0 as long as nobody knows. */
  unread: number;
  /** Whoever reads one hears from the server how many are left. */
  set: (unread: number) => void;
}

const UnreadContext = createContext<Unread>({ unread: 0, set: () => {} });

/**
 * How many notifications are unread, asked for again every so often while somebody is there: asking for ever would keep
 * the session of somebody who has left alive.
 */
export function UnreadProvider({ children }: { children: ReactNode }) {
  const { client } = useAccess();
  const { data, set, reload } = useResource("unread", (signal) => client.notifications.unread(signal));
  useEffect(() => {
    let there = Date.now();
    const seen = () => {
      there = Date.now();
    };
    const timer = setInterval(() => {
      if (!document.hidden && Date.now() - there < THERE_MS) reload();
    }, EVERY_MS);
    window.addEventListener("pointerdown", seen);
    window.addEventListener("keydown", seen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pointerdown", seen);
      window.removeEventListener("keydown", seen);
    };
  }, [reload]);
  const unread = useMemo(() => ({ unread: data ?? 0, set }), [data, set]);
  return <UnreadContext value={unread}>{children}</UnreadContext>;
}

export function useUnread(): Unread {
  return useContext(UnreadContext);
}
