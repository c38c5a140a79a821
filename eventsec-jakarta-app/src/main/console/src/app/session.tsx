import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { ApiClient } from "../api/client";
import { type ApiProblem, asProblem, isAbort } from "../api/problem";
import type { Permission, Session } from "../api/types";

/** Where the console stands with the server. */
export type Standing =
  | { kind: "asking" }
  | { kind: "away"; problem: ApiProblem }
  | { kind: "signed-out"; setupNeeded: boolean; ended: boolean }
  | { kind: "signed-in"; session: Session };

interface Access {
  client: ApiClient;
  standing: Standing;
  can: (permission: Permission) => boolean;
  /** Asks the server anew whether there is a session. */
  ask: () => void;
}

const AccessContext = createContext<Access | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [standing, setStanding] = useState<Standing>({ kind: "asking" });
  const [round, setRound] = useState(0);
  const client = useMemo(
    () =>
      new ApiClient({
        onSession: (session) => setStanding({ kind: "signed-in", session }),
        onEnd: (how) => setStanding({ kind: "signed-out", setupNeeded: false, ended: how === "ended" }),
      }),
    [],
  );

  useEffect(() => {
    const abort = new AbortController();
    void firstStanding(client, abort.signal).then((found) => {
      if (found !== null && !abort.signal.aborted) setStanding(found);
    });
    return () => abort.abort();
  }, [client, round]);

  useExpiry(standing, client);
  const ask = useCallback(() => setRound((n) => n + 1), []);
  const access = useMemo<Access>(
    () => ({
      client,
      standing,
      ask,
      can: (permission) => standing.kind === "signed-in" && standing.session.permissions.includes(permission),
    }),
    [client, standing, ask],
  );
  return <AccessContext value={access}>{children}</AccessContext>;
}

export function useAccess(): Access {
  const access = useContext(AccessContext);
  if (access === null) throw new Error("used outside of SessionProvider");
  return access;
}

/** Null where the client itself has told the standing already. */
async function firstStanding(client: ApiClient, signal: AbortSignal): Promise<Standing | null> {
  try {
    await client.resume(signal);
    return null;
  } catch (failure) {
    if (isAbort(failure)) return null;
    const problem = asProblem(failure);
    if (problem.status !== 401) return { kind: "away", problem };
  }
  try {
    const { needed } = await client.setupNeeded(signal);
    return { kind: "signed-out", setupNeeded: needed, ended: false };
  } catch (failure) {
    return isAbort(failure) ? null : { kind: "away", problem: asProblem(failure) };
  }
}

/** The server ends a session at a known time: then the console asks, instead of waiting for the next call. Clocks differ, so the server decides. */
function useExpiry(standing: Standing, client: ApiClient): void {
  const expiresAt = standing.kind === "signed-in" ? standing.session.expiresAt : null;
  useEffect(() => {
    if (expiresAt === null) return;
    const left = Date.parse(expiresAt) - Date.now();
    if (Number.isNaN(left)) return;
    const timer = setTimeout(() => void client.resume().catch(() => {}), Math.min(Math.max(left, 0), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [expiresAt, client]);
}
