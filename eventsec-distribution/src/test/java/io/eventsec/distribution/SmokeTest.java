package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.embedded.test.TestPorts;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the smoke test says before it has asked any server. */
class SmokeTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "EVENTSEC_SMOKE_USER", "ada",
          "EVENTSEC_SMOKE_PASSWORD", "correct horse battery",
          "EVENTSEC_TOKEN", "0123456789abcdef0123456789abcdef");

  private static Script smoke(Map<String, String> environment, String... url) throws Exception {
    String[] line = new String[url.length + 1];
    line[0] = Sources.script("smoke.sh");
    System.arraycopy(url, 0, line, 1, url.length);
    return Script.run(environment, line);
  }

  private static Map<String, String> without(String name) {
    Map<String, String> some = new HashMap<>(COMPLETE);
    some.remove(name);
    return some;
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> more = new HashMap<>(COMPLETE);
    more.put(name, value);
    return more;
  }

  private static void assertGivesUp(Script run, String why) {
    assertThat(run.output()).contains(why, "What to do: ");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void noUrl_showsTheUsage() throws Exception {
    Script run = smoke(COMPLETE);

    assertThat(run.output()).contains("Usage: smoke.sh URL", "EVENTSEC_SMOKE_USER");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void secret_thatIsMissing_isNamed() throws Exception {
    String url = "http://localhost:1";
    assertGivesUp(smoke(without("EVENTSEC_SMOKE_USER"), url), "EVENTSEC_SMOKE_USER is not set");
    assertGivesUp(smoke(without("EVENTSEC_SMOKE_PASSWORD"), url), "EVENTSEC_SMOKE_PASSWORD is set");
    assertGivesUp(smoke(without("EVENTSEC_TOKEN"), url), "nor EVENTSEC_TOKEN is set");
    assertGivesUp(
        smoke(with("EVENTSEC_TOKEN_FILE", "/nowhere"), url), "'/nowhere', which cannot be read");
  }

  @Test
  void time_outOfBounds_isRefused() throws Exception {
    for (String within : new String[] {"0", "601", "-1", "soon", "99999999999999999999"}) {
      assertGivesUp(
          smoke(with("EVENTSEC_SMOKE_WITHIN", within), "http://localhost:1"),
          "EVENTSEC_SMOKE_WITHIN is '" + within + "'");
    }
  }

  @Test
  void url_inClearOverANetwork_isRefused() throws Exception {
    for (String url :
        new String[] {
          "http://siem.example", "http://localhost.example", "http://127.0.0.1.example"
        }) {
      assertGivesUp(smoke(COMPLETE, url), url + " is another machine and has no TLS");
    }
    assertGivesUp(smoke(COMPLETE, "siem"), "'siem' is no http or https URL");
  }

  @Test
  void server_thatIsNotThere_isRed() throws Exception {
    Script run = smoke(COMPLETE, "http://localhost:" + TestPorts.free() + "/");

    assertThat(run.output())
        .contains("FAIL  live: no answer: curl:", "What to do: start EVENTSEC")
        .contains("1 of the checks failed");
    assertThat(run.status()).isEqualTo(1);
  }
}
