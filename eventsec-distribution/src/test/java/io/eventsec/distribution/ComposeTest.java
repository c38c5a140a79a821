package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.distribution.ComposeFile.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the files that describe the containers. */
class ComposeTest {
  private static final String HEALTHY = "service_healthy";
  private static final String SUCCEEDED = "service_completed_successfully";

  static Stream<Service> services() throws IOException {
    ComposeFile compose = ComposeFile.read(Sources.root().resolve("compose.yaml"));
    return compose.services().stream().map(compose::service);
  }

  private static Service service(String name) throws IOException {
    return ComposeFile.read(Sources.root().resolve("compose.yaml")).service(name);
  }

  @Test
  void compose_hasTheServices() throws IOException {
    assertThat(services().map(Service::name))
        .containsExactly("postgres", "opensearch", "migrate", "web", "worker", "collector");
  }

  @ParameterizedTest
  @MethodSource("services")
  void service_isConfined(Service service) {
    assertThat(service.get("read_only")).isEqualTo(true);
    assertThat(service.list("cap_drop")).hasToString("[ALL]");
    assertThat(service.content()).doesNotContainKeys("cap_add", "privileged", "network_mode");
    assertThat(service.list("security_opt")).hasToString("[no-new-privileges:true]");
    assertThat(service.get("user").toString()).matches("[1-9][0-9]*:[1-9][0-9]*");
  }

  @ParameterizedTest
  @MethodSource("services")
  void service_hasLimits(Service service) {
    assertThat(service.get("mem_limit").toString()).matches("[0-9]+[mg]");
    assertThat(service.get("cpus")).isInstanceOf(Double.class);
    assertThat(service.get("pids_limit")).isInstanceOf(Integer.class);
    assertThat(service.section("logging").toString()).contains("max-size");
    assertThat(service.list("tmpfs"))
        .isNotEmpty()
        .allSatisfy(mount -> assertThat(mount.toString()).contains(":size="));
  }

  @ParameterizedTest
  @MethodSource("services")
  void service_runsForEverWithHealthCheck_orOnce(Service service) {
    Map<String, Object> check = service.section("healthcheck");
    if (service.name().equals("migrate")) {
      assertThat(service.get("restart")).isEqualTo("no");
      assertThat(check).containsExactly(Map.entry("disable", true));
      return;
    }
    assertThat(service.get("restart")).isEqualTo("unless-stopped");
    assertThat(check).containsKeys("test", "interval", "timeout", "retries", "start_period");
    assertThat((List<?>) check.get("test")).first().isEqualTo("CMD");
  }

  @ParameterizedTest
  @MethodSource("services")
  void service_namesTheVersionOfItsImage(Service service) {
    String image = service.get("image").toString();

    assertThat(image).matches("[a-z/-]+:[0-9][0-9.]*").doesNotContain("latest");
  }

  @ParameterizedTest
  @MethodSource("services")
  void service_isGivenSecretsByFilesOnly(Service service) {
    service
        .section("environment")
        .forEach(
            (name, value) -> {
              if (name.matches(".*(PASSWORD|TOKEN|SECRET|KEY).*")) {
                assertThat(name).endsWith("_FILE");
                assertThat(value.toString()).startsWith("/run/secrets/");
                assertThat(service.list("secrets").stream().map(Object::toString))
                    .contains(value.toString().substring("/run/secrets/".length()));
              }
            });
  }

  @Test
  void services_startInTheOrderOfTheirHealth() throws IOException {
    Map<String, Object> afterMigration =
        Map.of("postgres", HEALTHY, "opensearch", HEALTHY, "migrate", SUCCEEDED);

    assertThat(service("migrate").waitsFor()).isEqualTo(Map.of("postgres", HEALTHY));
    assertThat(service("web").waitsFor()).isEqualTo(afterMigration);
    assertThat(service("worker").waitsFor()).isEqualTo(afterMigration);
    assertThat(service("collector").waitsFor()).isEqualTo(Map.of("web", HEALTHY));
  }

  @Test
  void application_hasARoleInEachService_andOneConfiguration() throws IOException {
    for (String role : List.of("migrate", "web", "worker")) {
      assertThat(service(role).section("environment"))
          .containsEntry("EVENTSEC_ROLE", role)
          .containsKeys("EVENTSEC_DB_URL", "EVENTSEC_DB_USER", "EVENTSEC_DB_PASSWORD_FILE")
          .containsKey("EVENTSEC_OPENSEARCH_URL");
    }
  }

  @Test
  void databases_areOnAnInternalNetworkOnly() throws IOException {
    ComposeFile compose = ComposeFile.read(Sources.root().resolve("compose.yaml"));

    assertThat(compose.section("networks").get("data")).hasToString("{internal=true}");
    for (String name : List.of("postgres", "opensearch")) {
      assertThat(compose.service(name).list("networks")).hasToString("[data]");
      assertThat(compose.service(name).list("ports")).isEmpty();
    }
    assertThat(services().filter(one -> !one.list("ports").isEmpty()).map(Service::name))
        .containsExactly("web");
    assertThat(service("web").list("ports")).hasToString("[127.0.0.1:9080:9080]");
  }

  @Test
  void secretsAndVolumes_areAllDeclared() throws IOException {
    ComposeFile compose = ComposeFile.read(Sources.root().resolve("compose.yaml"));
    for (String name : compose.services()) {
      Service service = compose.service(name);
      assertThat(compose.section("secrets").keySet())
          .containsAll(service.list("secrets").stream().map(Object::toString).toList());
      assertThat(compose.section("volumes").keySet())
          .containsAll(
              service.list("volumes").stream()
                  .map(mount -> mount.toString().split(":", 2)[0])
                  .filter(source -> !source.startsWith("."))
                  .toList());
    }
    compose
        .section("secrets")
        .forEach((name, secret) -> assertThat(secret).hasToString("{file=./secrets/" + name + "}"));
  }

  @Test
  void tls_givesKeyStoreAndPasswordByFile() throws IOException {
    ComposeFile tls = ComposeFile.read(Sources.root().resolve("compose.tls.yaml"));
    String server = Files.readString(Sources.root().resolve("liberty/container/tls.xml"));

    assertThat(tls.services()).containsExactly("web");
    assertThat(tls.service("web").list("secrets"))
        .hasToString(
            "[tls_keystore, {source=tls_keystore_password,"
                + " target=/run/secrets/variables/tls.keystore.password}]");
    assertThat(server)
        .contains("location=\"/run/secrets/tls_keystore\"", "password=\"${tls.keystore.password}\"")
        .contains("TLSv1.3,TLSv1.2");
  }

  @Test
  void images_areBuiltByTheContainerfile() throws IOException {
    String containerfile = Files.readString(Sources.root().resolve("liberty/Containerfile"));
    for (String name : List.of("web", "collector")) {
      Map<String, Object> build = service(name).section("build");
      assertThat(Sources.root().resolve(String.valueOf(build.get("dockerfile")))).isRegularFile();
      assertThat(containerfile).contains(" AS " + build.get("target") + "\n");
    }
  }
}
