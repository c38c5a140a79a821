import { type AnchorHTMLAttributes, type MouseEvent, useCallback, useMemo, useSyncExternalStore } from "react";
import { currentPlace, navigate, type Place, watchPlace } from "./router";

export function usePlace(): Place {
  return useSyncExternalStore(watchPlace, currentPlace);
}

/** A link inside the console: a real anchor, so that it opens in a new tab when asked to. */
export function Link({ to, onClick, ...rest }: { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!plain || event.defaultPrevented || rest.target === "_blank") return;
    event.preventDefault();
    navigate(to);
  };
  return <a href={to} onClick={follow} {...rest} />;
}

/** The query of the address and a way to change it; values that are empty leave it. */
export function useQuery(): [URLSearchParams, (change: (query: URLSearchParams) => void) => void] {
  const { path, search } = usePlace();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback(
    (update: (query: URLSearchParams) => void) => {
      const next = new URLSearchParams(currentPlace().search);
      update(next);
      for (const [name, value] of [...next]) if (value === "") next.delete(name);
      const text = next.toString();
      navigate(text === "" ? path : `${path}?${text}`);
    },
    [path],
  );
  return [query, change];
}
