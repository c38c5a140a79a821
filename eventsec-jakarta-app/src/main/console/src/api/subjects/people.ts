import type { Http } from "../http";
import type { Page, Person, Team } from "../types";

/** Who there is. */
export class PeopleApi {
  constructor(private readonly http: Http) {}

  /** Those to whom something can be given, the first 200 by name. */
  users = (signal?: AbortSignal) => this.http.json<Page<Person>>("/users", { query: { limit: 200 }, signal });

  /** By name, with who is in them. */
  teams = (signal?: AbortSignal) => this.http.json<{ items: Team[] }>("/teams", { signal });

  createTeam = (name: string) => this.http.json<Team>("/teams", { method: "POST", body: { name } });

  async addMember(team: string, user: string): Promise<void> {
    await this.http.send(memberOf(team, user), { method: "PUT" });
  }

  async removeMember(team: string, user: string): Promise<void> {
    await this.http.send(memberOf(team, user), { method: "DELETE" });
  }
}

function memberOf(team: string, user: string): string {
  return `/teams/${encodeURIComponent(team)}/members/${encodeURIComponent(user)}`;
}
