/** The router: patterns like `/alerts/:id`, typed parameters, the browser's history. No more than the console needs. */

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

/** The parameters that a pattern names. */
export type Params<P extends string> = Record<Names<P>, string>;

/** The parameters of a path that fits the pattern, else null. */
export function matchPath<P extends string>(pattern: P, path: string): Params<P> | null {
  const wanted = pattern.split("/");
  const given = path.replace(/(.)\/$/, "$1").split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? "";
    if (part.startsWith(":")) {
      const decoded = decode(value);
      if (decoded === null || decoded === "") return null;
      params[part.slice(1)] = decoded;
    } else if (part !== value) return null;
  }
  return params as Params<P>;
}

/** The path that a pattern gives with these parameters. */
export function pathOf<P extends string>(pattern: P, params: Params<P>): string {
  return pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent((params as Record<string, string>)[name] ?? ""));
}

/** A path of this console, fit to go to after signing in; anything that could lead elsewhere becomes "/". */
export function safeReturn(path: string | null): string {
  if (path === null || !/^\/(?![/\\])/.test(path) || /[\u0000-\u001f\\]/.test(path)) return "/";
  return path.startsWith("/sign-in") || path.startsWith("/setup") ? "/" : path;
}

export interface Place {
  path: string;
  search: string;
}

const watchers = new Set<() => void>();
let place: Place = here();

function here(): Place {
  return { path: window.location.pathname, search: window.location.search };
}

function changed(): void {
  const now = here();
  if (now.path === place.path && now.search === place.search) return;
  place = now;
  for (const watcher of watchers) watcher();
}

window.addEventListener("popstate", changed);

export function currentPlace(): Place {
  return place;
}

export function watchPlace(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function navigate(to: string, how: "push" | "replace" = "push"): void {
  if (how === "push") window.history.pushState(null, "", to);
  else window.history.replaceState(null, "", to);
  const before = place.path;
  changed();
  if (how === "push" && before !== place.path) window.scrollTo(0, 0);
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
