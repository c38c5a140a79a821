package io.eventsec.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class RouteTest {

  @Test
  void route_isTheTemplate_withAndWithoutSlashes() throws NoSuchMethodException {
    assertThat(Route.of(Things.class.getDeclaredMethod("all"))).isEqualTo("/api/v1/things");
    assertThat(Route.of(Things.class.getDeclaredMethod("one"))).isEqualTo("/api/v1/things/{id}");
    assertThat(Route.of(Things.class.getDeclaredMethod("parts")))
        .isEqualTo("/api/v1/things/{id}/parts");
  }

  @Path("/things")
  static final class Things {
    @GET
    void all() {}

    @GET
    @Path("/{id}")
    void one() {}

    @GET
    @Path("{id}/parts")
    void parts() {}
  }
}
