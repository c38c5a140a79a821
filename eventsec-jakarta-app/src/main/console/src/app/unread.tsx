import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useResource } from "../api/useResource";
import { useAccess } from "./session";

const EVERY_MS = 30_000;

interface Unread {
  /** How many notifications are unread; 0 as long as nobody knows. */
  unread: number;
  /** Whoever reads one hears from the server how many are left. */
  set: (unread: number) => void;
}

const UnreadContext = createContext<Unread>({ unread: 0, set: () => {} });

/** How many notifications are unread, asked for again every so often while the console is seen. */
export function UnreadProvider({ children }: { children: ReactNode }) {
  const { client } = useAccess();
  const { data, set } = useResource("unread", (signal) => client.unread(signal), EVERY_MS);
  const unread = useMemo(() => ({ unread: data ?? 0, set }), [data, set]);
  return <UnreadContext value={unread}>{children}</UnreadContext>;
}

export function useUnread(): Unread {
  return useContext(UnreadContext);
}
