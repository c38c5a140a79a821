import type { Http } from "../http";
import type { Page } from "../types";
import type { Asset, AssetDescription, AssetMerge, AssetMergePreview, AssetQuery, ChangeQuery, Component, ComponentChangePage, ComponentQuery } from "../inventory";

/** Assets, and what is installed on them. */
export class InventoryApi {
  constructor(private readonly http: Http) {}

  assets = ({ criticality, ...rest }: AssetQuery, cursor: string | null, limit: number | null = null, signal?: AbortSignal) =>
    this.http.json<Page<Asset>>("/inventory/assets", { query: { ...rest, criticality: criticality?.join(","), cursor, limit }, signal });

  asset = (id: string, signal?: AbortSignal) => this.http.json<Asset>(`/inventory/assets/${encodeURIComponent(id)}`, { signal });

  /** Changes what people say of an asset, provided that it has this revision still; otherwise a problem with status 412. */
  describe = (id: string, revision: number, description: AssetDescription) =>
    this.http.json<Asset>(`/inventory/assets/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": `"${revision}"` }, body: description });

  merges = (id: string, signal?: AbortSignal) => this.http.json<AssetMerge[]>(`/inventory/assets/${encodeURIComponent(id)}/merges`, { signal });

  mergePreview = (id: string, other: string, signal?: AbortSignal) =>
    this.http.json<AssetMergePreview>(`/inventory/assets/${encodeURIComponent(id)}/merges/preview`, { query: { asset: other }, signal });

  /** Makes the other a part of the first, provided that this has this revision still; otherwise a problem with status 412. It cannot be undone. */
  merge = (id: string, revision: number, other: string) =>
    this.http.json<Asset>(`/inventory/assets/${encodeURIComponent(id)}/merges`, { method: "POST", headers: { "If-Match": `"${revision}"` }, body: { asset: other } });

  /** What is different between two moments. */
  changes = (asset: string, query: ChangeQuery, cursor: string | null, limit: number, signal?: AbortSignal) =>
    this.http.json<ComponentChangePage>(`/inventory/assets/${encodeURIComponent(asset)}/changes`, { query: { ...query, cursor, limit }, signal });

  /** What is installed on an asset, or was at a moment. */
  components = (asset: string, { at, q }: ComponentQuery, cursor: string | null, limit: number, signal?: AbortSignal) =>
    this.http.json<Page<Component>>(`/inventory/assets/${encodeURIComponent(asset)}/components`, { query: { at, q, cursor, limit }, signal });
}
