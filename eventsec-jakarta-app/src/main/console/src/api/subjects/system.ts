import type { Http } from "../http";
import type { CreatedSensor, Sensor, SystemStatus, Timer } from "../types";

/** The state of the system, its sensors and timers. */
export class SystemApi {
  constructor(private readonly http: Http) {}

  status = (signal?: AbortSignal) => this.http.json<SystemStatus>("/system/status", { signal });

  timers = (signal?: AbortSignal) => this.http.json<{ items: Timer[] }>("/timers", { signal });

  /** Has a timer's job done as soon as possible. */
  async runTimer(name: string): Promise<void> {
    await this.http.send(`/timers/${encodeURIComponent(name)}/run`, { method: "POST" });
  }

  sensors = (signal?: AbortSignal) => this.http.json<{ items: Sensor[] }>("/sensors", { signal });

  createSensor = (name: string) => this.http.json<CreatedSensor>("/sensors", { method: "POST", body: { name } });

  async revokeSensor(id: string): Promise<void> {
    await this.http.send(`/sensors/${encodeURIComponent(id)}`, { method: "DELETE" });
  }
}
