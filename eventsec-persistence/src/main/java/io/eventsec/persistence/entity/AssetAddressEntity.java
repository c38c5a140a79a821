package io.eventsec.persistence.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code asset_addresses}. Rows are written by statement. */
@Entity
@Table(name = "asset_addresses")
public class AssetAddressEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(nullable = false, updatable = false)
  private String tenant;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "asset_id",
      updatable = false,
      foreignKey = @ForeignKey(name = "asset_addresses_asset_fk"))
  private AssetEntity asset;

  @Column(nullable = false, updatable = false)
  private String address;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AssetAddressEntity() {}
}
