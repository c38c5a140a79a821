/** Takes the one-time token out of the address (`/setup#token=...`), so that neither history nor screen keeps it. */
export function takeSetupToken(location: Location, history: History): string | null {
  if (location.pathname !== "/setup" || location.hash === "") return null;
  const token = setupTokenIn(location.hash);
  history.replaceState(null, "", location.pathname);
  return token;
}

/** The token in a pasted link, or the pasted text itself. */
export function setupTokenIn(text: string): string | null {
  const trimmed = text.trim();
  const marked = /[#&]token=([^&\s]+)/.exec(trimmed);
  if (marked?.[1] !== undefined) return unescaped(marked[1]);
  return /^[A-Za-z0-9._~+/=-]+$/.test(trimmed) ? trimmed : null;
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
