package io.eventsec.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What values and modifiers mean. */
class ModifierTest {

  @Test
  void plainValue_isTheWholeFieldInAnyCase() {
    assertItem("f: Straße", "STRAßE").assertNot("strasse").assertNot("die straße");
    assertItem("f: ''", "").assertNot(" ");
  }

  @Test
  void wildcards_standForRunsAndCharacters() {
    assertItem("f: 'a*b?c'", "axxbyc").also("ABxC").assertNot("abc").assertNot("axbyyc");
    assertItem("f: 'a?'", "a\ud83d\ude00").assertNot("a");
    assertItem("f: '*'", "").also("anything");
  }

  @Test
  void backslash_takesTheMeaningOfWildcardsOnly() {
    assertItem("f: 'a\\*'", "a*").assertNot("ab");
    assertItem("f: 'a\\\\*'", "a\\bc").assertNot("a*");
    assertItem("f: 'C:\\Windows\\'", "c:\\windows\\");
    assertItem("f: '\\\\\\\\host\\share'", "\\\\host\\share");
    assertItem("f|contains: '\\'", "a\\b").assertNot("ab");
  }

  @Test
  void positions_boundTheValue() {
    assertItem("f|contains: b", "aBc").assertNot("ac");
    assertItem("f|startswith: b", "bcd").assertNot("ab");
    assertItem("f|endswith: b", "ab").assertNot("bc");
    assertItem("f|contains|cased: B", "aBc").assertNot("abc");
    assertItem("f|contains|all: [a, b]", "ab").assertNot("a");
  }

  @Test
  void severalValues_oneIsEnough() {
    assertItem("f: [a, b]", List.of("x", "B")).assertNot(List.of("x", "y"));
    assertItem("f|contains|all: [a, b]", List.of("xa", "xb")).assertNot(List.of("xa", "xc"));
  }

  @Test
  void scalars_meetTheirText() {
    assertItem("f: 22", 22L).also("22").also(22.0).assertNot("22.0").assertNot(23L);
    assertItem("f: '22'", 22L).also("22");
    assertItem("f: true", true).also("True").assertNot(false);
    assertItem("f|startswith: 2", 22L).assertNot(32L);
    assertItem("f: 10000000.0", 10_000_000L).also("10000000.0");
    assertItem("f: [1, true]", 1L).also(true);
  }

  @Test
  void numbers_areTheTextTooThatTheyAreWrittenAs() {
    assertItem("f: 0x1F", 31L).also("31").also("0x1f").assertNot("1f");
    assertItem("f: 1.10", 1.1).also("1.1").also("1.10").assertNot("1.100");
    assertItem("f: 007", 7L).also("7").also("007").assertNot("07");
    assertItem("f|contains: 0x1F", "at 0x1f").assertNot("at 31");
    assertItem("f|startswith: 1.10", "1.10.2").assertNot("1.1.2");
    assertItem("f|re: 1.10", "v1.10").assertNot("v1.1");
    assertItem("f|gt: 0x1F", 32L).also("32").assertNot(31L);
  }

  @Test
  void nullAndExists_askForTheFieldItself() {
    SigmaRule absent = Rules.selecting("f: null");
    SigmaRule present = Rules.selecting("f|exists: true");
    SigmaRule missing = Rules.selecting("f|exists: false");
    Event with = Events.of("f", "x");

    assertThat(Rules.fires(absent, with)).isFalse();
    assertThat(Rules.fires(absent, Events.none())).isTrue();
    assertThat(Rules.fires(present, with)).isTrue();
    assertThat(Rules.fires(present, Events.none())).isFalse();
    assertThat(Rules.fires(missing, with)).isFalse();
    assertThat(Rules.fires(missing, Events.none())).isTrue();
  }

  @Test
  void comparisons_takeNumbersAndTheirText() {
    assertItem("f|gt: 5", 6L).also("6").also(5.5).assertNot(5L).assertNot("x").assertNot(true);
    assertItem("f|gte: 5", 5L).assertNot(4L);
    assertItem("f|lt: 5", 4L).assertNot(5L);
    assertItem("f|lte: 5", 5L).assertNot(6L);
    assertItem("f|gt: 9223372036854775806", 9_223_372_036_854_775_807L);
  }

  @Test
  void cidr_holdsBothFamilies() {
    assertItem("f|cidr: 10.0.0.0/9", "10.127.0.1").assertNot("10.128.0.1").assertNot("10.1");
    assertItem("f|cidr: 2001:db8::/33", "2001:DB8::1").assertNot("2001:db8:8000::1");
    assertItem("f|cidr: ::/0", "fe80::1%eth0").assertNot("1.2.3.4").assertNot("::1::2");
    assertItem("f|cidr: ::ffff:0:0/96", "::ffff:1.2.3.4");
  }

  @Test
  void regex_findsAnywhereAndMindsCase() {
    assertItem("f|re: 'b+c'", "abbc").assertNot("ABBC");
    assertItem("f|re|i: 'b+c'", "ABBC");
    assertItem("f|re|m: '^b$'", "a\nb\nc");
    assertItem("f|re|s: 'a.b'", "a\nb");
    assertItem("f|re: 'a.b'", "axb").assertNot("a\nb");
  }

  @Test
  void windash_meansEveryDashBothWays() {
    String[] dashes = {"-", "/", "\u2013", "\u2014", "\u2015"};
    for (String written : dashes) {
      for (String found : dashes) {
        assertItem("f|contains|windash: ' " + written + "enc'", "x " + found + "enc y");
      }
    }
    assertItem("f|windash|contains: 'a-b'", "a-b").assertNot("a/b");
    assertItem("f|endswith|windash: '-f?x*z'", "a /fox yz").assertNot("a /fx z");
  }

  @Test
  void encodings_applyInTheOrderWritten() {
    assertItem("f|base64: 'foo bar'", "Zm9vIGJhcg==").assertNot("foo bar");
    assertItem("f|wide|base64: ab", "YQBiAA==");
    assertItem("f|utf16be|base64: ab", "AGEAYg==");
    assertItem("f|utf16|base64: ab", "//5hAGIA");
    assertItem("f|base64offset|contains: /bin/sh", "x L2Jpbi9za y".replace(" ", ""))
        .also("9iaW4vc2")
        .also("vYmluL3No")
        .assertNot("/bin/sh");
    assertItem("f|windash|base64: '-a'", "L2E=").also("LWE=");
  }

  @Test
  void utf16_leavesWildcardsWhereTheyAre() {
    assertItem("f|wide: 'c*d'", "c\0d\0").also("c\0x\0y\0D\0").assertNot("cxd");
    assertItem("f|utf16be: 'c?d'", "\0c\0x\0d").assertNot("\0c\0d");
    assertItem("f|utf16: 'c*'", "\u00ff\u00fec\0d\0").assertNot("c\0d\0");
    assertItem("f|windash|wide|contains: '-a*b'", "/\0a\0x\0b\0").assertNot("+\0a\0b\0");
  }

  @Test
  void flagsOfExpressions_haveLongNamesToo() {
    assertItem("f|re|ignorecase: abc", "xABC");
    assertItem("f|re|multiline|dotall: '^a.b$'", "x\na\nb\ny").assertNot("xa\nb");
  }

  @Test
  void neq_isTheOppositeOfTheItem() {
    assertItem("f|neq: [a, b]", "c").assertNot("A");
    assertItem("f|contains|neq: a", "b").assertNot("bab");
  }

  @Test
  void fieldref_comparesTwoFieldsOfOneEvent() {
    Event event = Events.of(Map.of("f", "Foobar", "start", "fOO", "end", "bar", "same", "fooBAR"));

    assertThat(Rules.fires(Rules.selecting("f|fieldref: same"), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("f|fieldref|cased: same"), event)).isFalse();
    assertThat(Rules.fires(Rules.selecting("f|fieldref|startswith: start"), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("f|fieldref|startswith: end"), event)).isFalse();
    assertThat(Rules.fires(Rules.selecting("f|fieldref|endswith: end"), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("f|contains|fieldref: end"), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("f|fieldref: missing"), event)).isFalse();
  }

  @Test
  void keywords_lookAtEveryField() {
    SigmaRule any = Rules.detecting("k: [needle, 4711]\ncondition: k");
    SigmaRule all = Rules.detecting("k:\n  '|all': [one, two]\ncondition: k");

    assertThat(Rules.fires(any, Events.of("f", "a Needle b"))).isTrue();
    assertThat(Rules.fires(any, Events.of("f", 4711L))).isTrue();
    assertThat(Rules.fires(any, Events.of("needle", "x"))).isFalse();
    assertThat(Rules.fires(all, Events.of(Map.of("f", "one", "g", "two")))).isTrue();
    assertThat(Rules.fires(all, Events.of("f", "one"))).isFalse();
  }

  @Test
  void fieldNames_mayHaveBlanksInTheEvent() {
    SigmaRule rule = Rules.selecting("ThreatName: x");

    assertThat(Rules.fires(rule, Events.of("Threat Name", "x"))).isTrue();
    assertThat(Rules.fires(rule, Events.of(Map.of("Threat Name", "x", "ThreatName", "y"))))
        .isFalse();
  }

  @Test
  void objects_areThere_ifTheyHaveAValue() {
    Event event = Events.of("request.body.name", "x");

    assertThat(Rules.fires(Rules.selecting("request: null"), event)).isFalse();
    assertThat(Rules.fires(Rules.selecting("request.body|exists: false"), event)).isFalse();
    assertThat(Rules.fires(Rules.selecting("request.body|exists: true"), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("request|neq: null"), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("req: null"), event)).isTrue();
    assertThat(Rules.fires(Rules.selecting("request.body.n|exists: true"), event)).isFalse();
    assertThat(Rules.fires(Rules.selecting("request: x"), event)).isFalse();
  }

  @Test
  void fieldNames_ofBothForms_areEachAnswered() {
    SigmaRule blanks = Rules.selecting("Threat Name: x");
    SigmaRule joined = Rules.selecting("ThreatName: x");
    Event event = Events.of("Threat Name", "x");

    assertThat(DetectionEngine.compile(List.of(blanks, joined)).process(event)).hasSize(2);
    assertThat(DetectionEngine.compile(List.of(joined, blanks)).process(event)).hasSize(2);
  }

  private static Item assertItem(String item, Object value) {
    return new Item(item).also(value);
  }

  private record Item(String item) {
    Item also(Object value) {
      assertThat(fires(value)).as("%s: %s", item, value).isTrue();
      return this;
    }

    Item assertNot(Object value) {
      assertThat(fires(value)).as("%s: not %s", item, value).isFalse();
      return this;
    }

    private boolean fires(Object value) {
      return Rules.fires(Rules.selecting(item), Events.of("f", value));
    }
  }
}
