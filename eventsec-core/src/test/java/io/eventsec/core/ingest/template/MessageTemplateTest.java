package io.eventsec.core.ingest.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user {u} from {a:ip} | user ada from 192.0.2.1 | {u=ada, a=192.0.2.1}",
        "{a:ip}:{p:number} x | 192.0.2.1:80 x | {a=192.0.2.1, p=80}",
        "[{a:ip}]:{p:number} | [2001:db8::1]:80 | {a=2001:db8::1, p=80}",
        "for {u:last} from {a:ip} | for x from 1.1.1.1 from 192.0.2.1 | {u=x from 1.1.1.1, a=192.0.2.1}",
        "for {u:text} from {r:text} | for x from y from z | {u=x, r=y from z}",
        "at {t:time} it | at Nov 27 08:15:30 it | {t=Nov 27 08:15:30}",
        "...end {w} | any text end w | {w=w}",
        "{w}@{d} | ada@example.org | {w=ada, d=example.org}",
        "a{ }b | a    b | {}",
        "{{{w}} | {x} | {w=x}",
        "{a:ip}{...}{b:ip} x | 192.0.2.1...192.0.2.2 x | {a=192.0.2.1, b=192.0.2.2}",
        "{a:ip}: {w} | 2001:db8::7: x | {a=2001:db8::7, w=x}",
      })
  void match_messageOfTheShape_hasItsGaps(String template, String message, String gaps) {
    assertThat(MessageTemplate.parse(template).match(message).map(Map::toString)).contains(gaps);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user {u} | user ada l",
        "user {u} | user ",
        "port {p:number} | port x",
        "{a:ip} | 192.0.2",
        "{a:ip} | 1:2",
        "a...b | a c",
        "{u} x | x",
        "{t:time} | 27",
      })
  void match_otherMessage_isEmpty(String template, String message) {
    assertThat(MessageTemplate.parse(template).match(message)).isEmpty();
  }

  @Test
  void match_messageMadeToBlowUp_takesLinearTime() {
    MessageTemplate template = MessageTemplate.parse("a...b...c{x:text}d...e{y:last}f");

    assertThat(template.match("ab".repeat(500_000))).isEmpty();
    assertThat(MessageTemplate.parse("{a:ip} x").match("::".repeat(500_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "user {u, without }",
    "user {:word}, without a name",
    "user {u:sentence}, No kind of gap",
    "user {u:text}{v}, nothing between"
  })
  void parse_brokenTemplate_saysWhatIsWrong(String template, String problem) {
    assertThatThrownBy(() -> MessageTemplate.parse(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
