package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.distribution.Up.Server;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The smoke test against an installation that is well, and against each way of not being so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmokeIT {
  private static final String PASSWORD = Shared.PASSWORD;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** A table that nothing writes to while these tests run. */
  private static final String TABLE = "software_components";

  private final Path home = Path.of("target", "smoke-it").toAbsolutePath();
  private final Path passwordFile = home.resolve("password");
  private final Up up = Shared.installation();
  private final Stored stored = new Stored(up);

  @BeforeAll
  void createAnalyst() throws IOException, InterruptedException {
    Trees.delete(home);
    Files.createDirectories(home);
    Files.writeString(passwordFile, PASSWORD + '\n');
    Shared.ensureAdministrator();
  }

  private Script smoke() throws IOException, InterruptedException {
    return smoke(Sources.script("smoke.sh"), passwordFile);
  }

  private Script smoke(String script, Path passwordFile) throws IOException, InterruptedException {
    Script run =
        Script.run(
            Map.of(
                "EVENTSEC_SMOKE_USER",
                Shared.USER,
                "EVENTSEC_SMOKE_PASSWORD_FILE",
                passwordFile.toString(),
                "EVENTSEC_TOKEN_FILE",
                up.tokenFile().toString(),
                "EVENTSEC_SMOKE_WITHIN",
                "120"),
            script,
            up.address().toString());
    System.out.println(run.output().indent(2));
    return run;
  }

  /** The script with other requirements, as a later version might have them. */
  private Script smokeWith(String written, String instead)
      throws IOException, InterruptedException {
    String text = Files.readString(Path.of(Sources.script("smoke.sh")));
    assertThat(text).contains(written);
    Path copy = home.resolve("smoke-copy.sh");
    Files.writeString(copy, text.replace(written, instead));
    assertThat(copy.toFile().setExecutable(true)).isTrue();
    return smoke(copy.toString(), passwordFile);
  }

  /** Waits until the application has noticed: it keeps the answers of a round for a moment. */
  private void await(boolean well) {
    Web web = new Web(up.address());
    Deadline.await(
        PATIENCE,
        () -> well ? "all components up" : "a component that is not up",
        () -> isWell(web) == well);
  }

  private static boolean isWell(Web web) throws InterruptedException {
    try {
      HttpResponse<String> answer = web.get("/readyz");
      return answer.statusCode() == 200
          && !answer.body().matches("(?s).*\"state\":\"(down|degraded)\".*");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void system_thatIsWell_isGreen() throws Exception {
    await(true);

    Script run = smoke();

    assertThat(run.output())
        .contains("ok    live", "ok    ready: database", "ok    ready: schema", "ok    OpenAPI")
        .contains("ok    table users (schema version", "ok    ready: opensearch")
        .contains("ok    sign-in as ada", "ok    ingest", "ok    alert after")
        .contains("ok    event found after", "ok    alert closed", "is well.")
        .doesNotContain("FAIL", "skip", PASSWORD, Files.readString(up.tokenFile()).strip());
    assertThat(run.status()).isZero();
    assertThat(stored.alerts("smoke")).as("one alert for each run").isNotEmpty();
  }

  @Test
  void template_deleted_isNamed() throws Exception {
    await(true);
    stored.deleteTemplate();
    await(false);
    try {
      Script run = smoke();

      assertRed(run, "ready: opensearch: it is degraded: Templates eventsec-events are missing");
      assertThat(run.output()).contains("restart it", "skip  ingest");
    } finally {
      up.kill(Server.APPLICATION);
      await(true);
    }
  }

  @Test
  void table_renamedAway_isNamed() throws Exception {
    await(true);
    stored.change("alter table " + TABLE + " rename to gone");
    await(false);
    try {
      assertRed(smoke(), "ready: schema: it is down:");
      assertRed(smoke(), "Missing tables: " + TABLE);
    } finally {
      stored.change("alter table gone rename to " + TABLE);
    }
  }

  @Test
  void table_thatTheScriptAsksFor_isNamed() throws Exception {
    await(true);
    stored.change("alter table " + TABLE + " rename to gone");
    await(false);
    try {
      assertRed(
          smokeWith("TABLES='", "TABLES='" + TABLE + " "), "table " + TABLE + ": it is missing");
    } finally {
      stored.change("alter table gone rename to " + TABLE);
    }
  }

  @Test
  void schema_olderThanTheTables_isNamed() throws Exception {
    await(true);

    Script run = smokeWith("SCHEMA_VERSION=", "SCHEMA_VERSION=99");

    assertRed(run, "table users: the schema is at version");
  }

  @Test
  void openSearch_thatDoesNotAnswer_isNamed() throws Exception {
    await(true);
    up.pause(Server.OPENSEARCH);
    try {
      await(false);

      assertRed(smoke(), "ready: opensearch: it is down:");
    } finally {
      up.resume(Server.OPENSEARCH);
    }
  }

  @Test
  void api_withoutAPath_isNamed() throws Exception {
    await(true);

    Script run = smokeWith("  get /api/v1/events\n", "  get /api/v1/events\n  get /api/v1/moon\n");

    assertRed(run, "OpenAPI: it does not offer get /api/v1/moon");
  }

  @Test
  void password_thatIsWrong_isRefused() throws Exception {
    await(true);
    Path wrong = Files.writeString(home.resolve("wrong-password"), "not the password");

    Script run = smoke(Sources.script("smoke.sh"), wrong);

    assertRed(run, "sign-in: it answers 401");
    assertThat(run.output()).contains("check EVENTSEC_SMOKE_USER").doesNotContain("ingest");
  }

  private static void assertRed(Script run, String reason) {
    assertThat(run.output()).contains("FAIL  ", reason, "What to do: ", "is not well: ");
    assertThat(run.status()).isEqualTo(1);
  }
}
