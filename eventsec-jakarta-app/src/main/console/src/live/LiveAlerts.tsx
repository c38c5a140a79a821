import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useAccess } from "../app/session";
import { followAlerts, type LiveEvent, type StreamState } from "./alertStream";

interface Live {
  state: StreamState;
  listen: (listener: (event: LiveEvent) => void) => () => void;
}

const LiveContext = createContext<Live>({ state: "stopped", listen: () => () => {} });

/** One alert stream for the whole console; pages listen to it. */
export function LiveAlerts({ children }: { children: ReactNode }) {
  const { client, can } = useAccess();
  const [state, setState] = useState<StreamState>("connecting");
  const listeners = useRef(new Set<(event: LiveEvent) => void>());
  const allowed = can("alerts:read");

  useEffect(() => {
    if (!allowed) return;
    return followAlerts({
      open: (lastEventId, signal) => client.alerts.stream(lastEventId, signal),
      onEvent: (event) => {
        for (const listener of listeners.current) listener(event);
      },
      onState: setState,
    });
  }, [client, allowed]);

  const live = useMemo<Live>(
    () => ({
      state,
      listen: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [state],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useStreamState(): StreamState {
  return useContext(LiveContext).state;
}

/** Calls `heed` for each live event while the component is shown. */
export function useLive(heed: (event: LiveEvent) => void): void {
  const { listen } = useContext(LiveContext);
  const latest = useRef(heed);
  latest.current = heed;
  useEffect(() => listen((event) => latest.current(event)), [listen]);
}
