package io.eventsec.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  @Test
  void blankLines_areNoRecords() throws IOException {
    assertThat(records("{\"a\":1}\n\n \t\r\n{\"a\":2}\r\n"))
        .containsExactly("{\"a\":1}", "{\"a\":2}\r");
  }

  @Test
  void lastLineWithoutEnd_isARecord_andSaidToBeOpen() throws IOException {
    RecordReader reader = reader("{\"a\":1}\n{\"a\":2");

    assertThat(text(reader.next())).contains("{\"a\":1}");
    assertThat(reader.endedOpen()).isFalse();
    assertThat(text(reader.next())).contains("{\"a\":2");
    assertThat(reader.endedOpen()).isTrue();
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void byteOrderMark_isNoPartOfTheFirstRecord() throws IOException {
    assertThat(records("\uFEFF{\"a\":1}\n{\"b\":\"\uFEFF\"}\n"))
        .containsExactly("{\"a\":1}", "{\"b\":\"\uFEFF\"}");
  }

  @Test
  void zeekLogWithRemarksBeforeItsHeader_isConverted() throws IOException {
    String log =
        "### made for a test\n#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n"
            + "#unset_field\t-\n#path\tconn\n#fields\tts\tuid\n#types\ttime\tstring\n"
            + "1700000000.000000\tC1\n#close\t2026-01-01-00-00-00\n";

    List<String> records = records(log);

    assertThat(records).hasSize(1);
    assertThat(records.get(0)).contains("\"_path\":\"conn\"").contains("\"uid\":\"C1\"");
  }

  @Test
  void lineLongerThanAnyRecord_isCutAndItsNeighboursGoOn() throws IOException {
    String longLine = "x".repeat(RecordReader.LONGEST_LINE + 100_000);

    List<String> records = records("{\"a\":1}\n" + longLine + "\n{\"a\":2}\n");

    assertThat(records).hasSize(3);
    assertThat(records.get(1)).hasSize(RecordReader.LONGEST_LINE);
    assertThat(records.get(2)).isEqualTo("{\"a\":2}");
  }

  @Test
  void bytesRead_areAllBytesAtTheEnd() throws IOException {
    String text = "{\"a\":1}\n\n{\"a\":2}";
    RecordReader reader = reader(text);

    reader.skip(Long.MAX_VALUE);

    assertThat(reader.bytesRead()).isEqualTo(text.length());
  }

  @Test
  void jsonArray_givesItsElements_withTheLinesTheyBeginIn() throws IOException {
    RecordReader reader = reader("\n [{\"a\":1},\n  {\"b\": [2,\n 3]}\n]\n");

    assertThat(reader.next()).hasValueSatisfying(is("{\"a\":1}"));
    assertThat(reader.line()).isEqualTo(2);
    assertThat(reader.next()).hasValueSatisfying(is("{\"b\":[2,3]}"));
    assertThat(reader.line()).isEqualTo(3);
    assertThat(reader.next()).isEmpty();
    assertThat(reader.endedOpen()).isFalse();
  }

  @Test
  void jsonArrayThatBreaksOff_saysWhere_afterWhatWasSound() throws IOException {
    RecordReader reader = reader("[{\"a\":1},\n{\"b\":");

    assertThat(reader.next()).isPresent();
    assertThatThrownBy(reader::next)
        .isInstanceOf(BrokenInputException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void lines_areThoseOfTheFile() throws IOException {
    RecordReader reader = reader("\n{\"a\":1}\n\n{\"a\":2}");

    reader.next();
    assertThat(reader.line()).isEqualTo(2);
    reader.next();
    assertThat(reader.line()).isEqualTo(4);
  }

  private static Consumer<byte[]> is(String text) {
    return found -> assertThat(new String(found, UTF_8)).isEqualTo(text);
  }

  private static RecordReader reader(String text) throws IOException {
    return RecordReader.of(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<String> records(String text) throws IOException {
    List<String> records = new ArrayList<>();
    RecordReader reader = reader(text);
    for (Optional<byte[]> next = reader.next(); next.isPresent(); next = reader.next()) {
      records.add(new String(next.get(), UTF_8));
    }
    return records;
  }

  private static Optional<String> text(Optional<byte[]> record) {
    return record.map(bytes -> new String(bytes, UTF_8));
  }
}
