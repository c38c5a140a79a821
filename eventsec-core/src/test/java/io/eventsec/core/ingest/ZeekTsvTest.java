package io.eventsec.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ZeekTsvTest {
  private static final List<String> HEADER =
      List.of(
          "### a remark before the header",
          "#separator \\x09",
          "#set_separator\t,",
          "#empty_field\t(empty)",
          "#unset_field\t-",
          "#path\tconn",
          "#open\t2026-11-24-08-00-00",
          "#fields\tts\tuid\tid.orig_h\tid.orig_p\tlocal\ttags\tnumbers\tnote",
          "#types\ttime\tstring\taddr\tport\tbool\tset[string]\tvector[interval]\tstring");

  @Test
  void convert_everyType_isTheJsonOfZeek() {
    assertThat(converted("1700000000.123456\tC1\t192.0.2.1\t80\tT\ta\\x2cb,c\t1.5,-,2\ttext"))
        .isEqualTo(
            "{\"_path\":\"conn\",\"ts\":1700000000.123456,\"uid\":\"C1\",\"id.orig_h\":\"192.0.2.1\","
                + "\"id.orig_p\":80,\"local\":true,\"tags\":[\"a,b\",\"c\"],\"numbers\":[1.5,null,2],"
                + "\"note\":\"text\"}");
  }

  @Test
  void convert_linesOfAnotherLog_arePassedOn() {
    ZeekTsv tsv = new ZeekTsv();
    for (String line : List.of("# Time: 2026-11-28T08:00:00Z", "# Query_time: 2.5  Lock_time: 0")) {
      assertThat(tsv.convert(line.getBytes(StandardCharsets.UTF_8)))
          .hasValueSatisfying(found -> assertThat(found).asString().isEqualTo(line));
    }
    HEADER.forEach(line -> tsv.convert(line.getBytes(StandardCharsets.UTF_8)));
    assertThat(tsv.convert("# note: a remark".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void convert_unsetAndEmpty_areLeftOutAndEmpty() {
    assertThat(converted("1.0\t-\t-\t-\t-\t(empty)\t-\t(empty)"))
        .isEqualTo("{\"_path\":\"conn\",\"ts\":1.0,\"tags\":[],\"note\":\"\"}");
  }

  @Test
  void convert_escapes_areUndone() {
    assertThat(converted("1.0\t-\t-\t-\t-\t-\t-\t\\\\\\\\srv\\\\x\\x09y \\xc3\\xa9 \\x2d"))
        .endsWith("\"note\":\"\\\\\\\\srv\\\\x\\ty é -\"}");
    assertThat(converted("1.0\t-\t-\t-\t-\t-\t-\ta\\xffb")).endsWith("\"note\":\"a\\\\xffb\"}");
  }

  @Test
  void convert_valueOfAnotherType_isAString() {
    assertThat(converted("XXX.XX\tC1\t192.0.2.1\tabc\tmaybe\t-\tinf\t-"))
        .isEqualTo(
            "{\"_path\":\"conn\",\"ts\":\"XXX.XX\",\"uid\":\"C1\",\"id.orig_h\":\"192.0.2.1\","
                + "\"id.orig_p\":\"abc\",\"local\":\"maybe\",\"numbers\":[\"inf\"]}");
  }

  @Test
  void convert_lineThatDoesNotFit_isPassedOn() {
    assertThat(converted("1.0\tC1\t192.0.2.1")).isEqualTo("1.0\tC1\t192.0.2.1");
    assertThat(lines(List.of("no header"))).containsExactly("no header");
  }

  @Test
  void convert_secondHeader_replacesTheFirst() {
    List<String> lines = new ArrayList<>(HEADER);
    lines.addAll(
        List.of(
            "#separator ||", "#path||ssh", "#fields||a||b", "#types||string||count", "x\\x7c||7"));

    assertThat(lines(lines)).containsExactly("{\"_path\":\"ssh\",\"a\":\"x|\",\"b\":7}");
  }

  @Property
  void convert_anyLine_isAnswered(@ForAll byte[] line) {
    ZeekTsv tsv = new ZeekTsv();
    HEADER.forEach(header -> tsv.convert(header.getBytes(StandardCharsets.UTF_8)));
    boolean silent = new String(line, StandardCharsets.ISO_8859_1).isBlank() || line[0] == '#';

    assertThat(tsv.convert(line).isPresent()).isEqualTo(!silent);
  }

  private static String converted(String line) {
    List<String> all = new ArrayList<>(HEADER);
    all.add(line);
    List<String> out = lines(all);
    assertThat(out).hasSize(1);
    return out.get(0);
  }

  private static List<String> lines(List<String> lines) {
    ZeekTsv tsv = new ZeekTsv();
    return lines.stream()
        .flatMap(line -> tsv.convert(line.getBytes(StandardCharsets.UTF_8)).stream())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }
}
