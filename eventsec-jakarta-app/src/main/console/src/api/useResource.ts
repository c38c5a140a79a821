import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiProblem, asProblem, isAbort } from "./problem";
import type { Page } from "./types";

/** What is known of something that the server holds: `data` stays while it is read again. */
export interface Resource<T> {
  data: T | null;
  problem: ApiProblem | null;
  loading: boolean;
  reload: () => void;
  set: (data: T) => void;
}

/** Reads something from the server, and again whenever `key` changes or every `everyMs`. */
export function useResource<T>(key: string, load: (signal: AbortSignal) => Promise<T>, everyMs?: number): Resource<T> {
  const [state, setState] = useState<{ key: string; data: T | null; problem: ApiProblem | null; loading: boolean }>({
    key,
    data: null,
    problem: null,
    loading: true,
  });
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  loader.current = load;

  useEffect(() => {
    const abort = new AbortController();
    setState((old) => ({ key, data: old.key === key ? old.data : null, problem: old.problem, loading: true }));
    loader
      .current(abort.signal)
      .then((data) => {
        if (!abort.signal.aborted) setState({ key, data, problem: null, loading: false });
      })
      .catch((failure: unknown) => {
        if (abort.signal.aborted || isAbort(failure)) return;
        setState((old) => ({ ...old, problem: asProblem(failure), loading: false }));
      });
    return () => abort.abort();
  }, [key, round]);

  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => {
      if (!document.hidden) setRound((n) => n + 1);
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);

  const reload = useCallback(() => setRound((n) => n + 1), []);
  const set = useCallback((data: T) => setState((old) => ({ ...old, data, problem: null, loading: false })), []);
  return { data: state.key === key ? state.data : null, problem: state.problem, loading: state.loading, reload, set };
}

/** A list that grows page by page; `last` is the newest page, for figures that only pages carry. */
export interface Pages<T, P extends Page<T>> {
  items: T[];
  last: P | null;
  problem: ApiProblem | null;
  loading: boolean;
  more: (() => void) | null;
  reload: () => void;
  change: (update: (items: T[]) => T[]) => void;
}

export function usePages<T, P extends Page<T>>(
  key: string,
  load: (cursor: string | null, signal: AbortSignal) => Promise<P>,
): Pages<T, P> {
  const first = useResource<{ items: T[]; last: P }>(key, async (signal) => {
    const page = await load(null, signal);
    return { items: page.items, last: page };
  });
  const [loadingMore, setLoadingMore] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const following = useRef<AbortController | null>(null);
  const { data, set } = first;
  const current = useRef(data);
  current.current = data;

  useEffect(() => {
    setProblem(null);
    setLoadingMore(false);
    return () => following.current?.abort();
  }, [key]);

  const cursor = data?.last.nextCursor ?? null;
  const more = async () => {
    const abort = new AbortController();
    following.current = abort;
    setLoadingMore(true);
    setProblem(null);
    try {
      const page = await load(cursor, abort.signal);
      if (!abort.signal.aborted) set({ items: [...(current.current?.items ?? []), ...page.items], last: page });
    } catch (failure) {
      if (!abort.signal.aborted && !isAbort(failure)) setProblem(asProblem(failure));
    }
    if (!abort.signal.aborted) setLoadingMore(false);
  };
  const change = useCallback(
    (update: (items: T[]) => T[]) => {
      const now = current.current;
      if (now === null) return;
      const next = { ...now, items: update(now.items) };
      current.current = next;
      set(next);
    },
    [set],
  );
  return {
    items: data?.items ?? [],
    last: data?.last ?? null,
    problem: first.problem ?? problem,
    loading: first.loading || loadingMore,
    more: cursor === null || loadingMore ? null : () => void more(),
    reload: () => {
      following.current?.abort();
      setLoadingMore(false);
      first.reload();
    },
    change,
  };
}
