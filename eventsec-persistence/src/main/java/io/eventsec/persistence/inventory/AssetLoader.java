package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.internal.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Reads the assets of all tenants, for whoever tells events what they name. Each call is a
 * transaction of its own. Safe to share between threads.
 */
public final class AssetLoader {
  /** Those heard of last; of more nobody is told. */
  private static final int MOST = 200_000;

  /** Whoever was heard of last has the name: it is asked for first. */
  private static final String ALL =
      """
      select a.tenant, a.id, a.hostname, a.criticality, t.name,
        array(select address from asset_addresses d
          where d.tenant = a.tenant and d.asset_id = a.id order by address limit 64)
      from assets a left join teams t on t.tenant = a.tenant and t.id = a.owner_team_id
      order by a.last_seen_at desc, a.id limit ?""";

  private final Database database;

  /** Out of this database. */
  public AssetLoader(DataSource dataSource) {
    this.database = new Database(dataSource);
  }

  /**
   * The assets by tenant, those heard of last first; at most 200,000 in all.
   *
   * @throws io.eventsec.core.spi.StoreUnavailableException if the database does not answer
   */
  public Map<Tenant, List<AssetFacts>> load() {
    return database.inTransaction("read the assets", AssetLoader::load);
  }

  private static Map<Tenant, List<AssetFacts>> load(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ALL)) {
      query.setInt(1, MOST);
      query.setFetchSize(5_000);
      Map<Tenant, List<AssetFacts>> assets = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          assets
              .computeIfAbsent(new Tenant(row.getString(1)), tenant -> new ArrayList<>())
              .add(
                  new AssetFacts(
                      row.getString(2),
                      row.getString(3).toLowerCase(Locale.ROOT),
                      addresses(row.getArray(6)),
                      Criticality.valueOf(row.getString(4)),
                      Optional.ofNullable(row.getString(5))));
        }
      }
      return assets;
    }
  }

  private static List<String> addresses(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
