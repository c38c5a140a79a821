package io.eventsec.app.api;

import io.eventsec.app.security.AuditTrail;
import io.eventsec.app.security.Caller;
import io.eventsec.app.security.Permission;
import io.eventsec.app.security.RequiresPermission;
import io.eventsec.persistence.audit.AuditQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Who did what. */
@Path("/audit")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "session")
public class AuditResource {
  @Inject AuditTrail audit;
  @Inject Caller caller;

  /** A page of it. */
  @GET
  @RequiresPermission(Permission.AUDIT_READ)
  @Operation(operationId = "listAudit", summary = "Who did what, newest first")
  public Page<AuditJson> list(@BeanParam AuditParameters parameters) {
    AuditQuery query = parameters.query(caller.tenant());
    return parameters.page(() -> audit.page(query), AuditJson::of);
  }
}
