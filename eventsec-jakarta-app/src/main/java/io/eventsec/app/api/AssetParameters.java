package io.eventsec.app.api;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.persistence.inventory.AssetQuery;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which assets a caller asks for. */
public class AssetParameters extends PageParameters {
  private static final int LONGEST_HOSTNAME = 255;

  @QueryParam("criticality")
  @Parameter(description = "low, medium, high, critical; several separated by commas")
  @Nullable String criticality;

  @QueryParam("hostname")
  @Parameter(description = "what the host name begins with")
  @Nullable String hostname;

  @QueryParam("address")
  @Parameter(description = "an IP address that the asset has")
  @Nullable String address;

  AssetQuery query(Tenant tenant) {
    Optional<String> prefix = Values.text(hostname);
    if (prefix.filter(text -> text.length() > LONGEST_HOSTNAME).isPresent()) {
      throw Values.invalid("hostname", prefix.get(), "has more than 255 characters", "Use fewer.");
    }
    AssetQuery query =
        new AssetQuery(
            tenant,
            Values.several(Criticality.class, "criticality", criticality),
            prefix,
            Optional.empty(),
            cursor(),
            limit());
    return Values.text(address).map(literal -> withAddress(query, literal)).orElse(query);
  }

  private static AssetQuery withAddress(AssetQuery query, String address) {
    try {
      return query.withAddress(address);
    } catch (IllegalArgumentException e) {
      throw Complaint.problem("address", address, e);
    }
  }
}
