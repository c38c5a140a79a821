export interface SetupForm {
  username: string;
  displayName: string;
  password: string;
  repeated: string;
}

/** What is wrong with the form, by field; the server decides, this only saves a round. */
export function setupErrors({ username, password, repeated }: SetupForm): Partial<Record<keyof SetupForm, string>> {
  const errors: Partial<Record<keyof SetupForm, string>> = {};
  if (!/^[a-z0-9._-]{3,64}$/.test(username)) {
    errors.username = "Use 3 to 64 characters of a–z, 0–9, dot, underscore and hyphen.";
  }
  if (password.length < 12) errors.password = `Use 12 characters or more; this has ${password.length}.`;
  else if (password.length > 128) errors.password = "Use 128 characters at most.";
  else if (username !== "" && password.toLowerCase().includes(username.toLowerCase())) {
    errors.password = "Do not use the username in the password.";
  }
  if (repeated !== password) errors.repeated = "This differs from the password above.";
  return errors;
}
