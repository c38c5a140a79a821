package io.eventsec.core.ingest.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.NdJson;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.syslog.SyslogFrame.Flaw;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogFramesTest {
  private static final int LONGEST = 40;

  @Test
  void countedMessages_areFoundBesideThoseWithLineFeeds() {
    assertThat(texts("10 <34>1 ab c<35>line\r\n8 <36>x\ny \n<37>zero\0" + "5 <1>yz"))
        .containsExactly("<34>1 ab c", "<35>line", "<36>x\ny ", "<37>zero", "<1>yz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 apples",
        "0 <34>zero",
        "012 <34>x",
        "1234567890 <34>x",
        "123",
        "7: <34>x",
        "- <34>x"
      })
  void numbersThatAreNoLength_areText(String text) {
    assertThat(texts(text + "\n<34>next\n")).containsExactly(text, "<34>next");
  }

  @Test
  void lengthThatNobodyWouldSend_isText() {
    assertThat(texts("999999999 <34>x\n<34>next\n")).containsExactly("999999999 <34>x", "<34>next");
  }

  @Test
  void blankMessages_areNone_andByteOrderMarksAreLeftOut() {
    String mark = "\uFEFF";
    assertThat(texts("\n\r\n\0 \t\n" + mark + "<34>a\n" + mark + "5 <1>yz" + "7 " + mark + "<1>y"))
        .containsExactly("<34>a", "<1>yz", "<1>y");
    assertThat(texts("3 " + mark + "<34>b\n")).containsExactly("<34>b");
  }

  @Test
  void byteOrderMark_thatIsNone_staysInTheMessage() {
    List<SyslogFrame> frames = new ArrayList<>();
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, 'x', '\n', (byte) 0xEF};
    SyslogFrames stream = new SyslogFrames(LONGEST);
    stream.read(bytes, 0, bytes.length, frames::add);
    assertThat(frames)
        .containsExactly(new SyslogFrame(new byte[] {(byte) 0xEF, (byte) 0xBB, 'x'}, Flaw.NONE, 0));
    assertThat(stream.end()).contains(new SyslogFrame(new byte[] {(byte) 0xEF}, Flaw.CUT_SHORT, 0));
  }

  @Test
  void messageThatIsTooLong_isCutOff_andWhatFollowsIsRead() {
    String tooLong = "<34>" + "x".repeat(50);
    List<SyslogFrame> frames = frames(tooLong + "\n<34>a\n54 " + tooLong + "<34>b\n");
    assertThat(frames).hasSize(4);
    assertThat(frames.get(0)).isEqualTo(frame(tooLong.substring(0, LONGEST), Flaw.TOO_LONG, 14));
    assertThat(frames.get(2)).isEqualTo(frames.get(0));
    assertThat(text(frames.get(3))).isEqualTo("<34>b");
  }

  @Test
  void streamWithoutEnds_isGivenUp_andItsBeginningIsKept() {
    SyslogFrames stream = new SyslogFrames(LONGEST);
    byte[] block = new byte[1 << 20];
    java.util.Arrays.fill(block, (byte) 'x');
    List<SyslogFrame> frames = new ArrayList<>();
    for (int n = 0; n < 17; n++) {
      stream.read(block, 0, block.length, frames::add);
    }
    assertThat(stream.isBroken()).isTrue();
    assertThat(frames)
        .containsExactly(frame("x".repeat(LONGEST), Flaw.TOO_LONG, SyslogFrames.MOST_SKIPPED + 1L));
    stream.read("<34>later\n".getBytes(StandardCharsets.UTF_8), 0, 10, frames::add);
    assertThat(frames).hasSize(1);
    assertThat(stream.end()).isEmpty();
  }

  @Test
  void streamThatEndsWithinAMessage_givesWhatItHad() {
    assertThat(frames("<34>half")).containsExactly(frame("<34>half", Flaw.CUT_SHORT, 0));
    assertThat(frames("20 <34>half")).containsExactly(frame("<34>half", Flaw.CUT_SHORT, 0));
    assertThat(frames("20 ")).containsExactly(frame("20 ", Flaw.CUT_SHORT, 0));
    assertThat(frames("")).isEmpty();
  }

  @Test
  void datagram_isAMessage() {
    assertThat(SyslogFrames.datagram("<34>a\nb\n\0".getBytes(StandardCharsets.UTF_8), LONGEST))
        .contains(frame("<34>a\nb", Flaw.NONE, 0));
    assertThat(SyslogFrames.datagram(new byte[LONGEST + 3], LONGEST)).isEmpty();
    assertThat(SyslogFrames.datagram("x".repeat(43).getBytes(StandardCharsets.UTF_8), LONGEST))
        .contains(frame("x".repeat(LONGEST), Flaw.TOO_LONG, 3));
  }

  @Test
  void line_isOneRecord_andTellsWhatIsMissing() {
    assertThat(new String(frame("<34>a\nb", Flaw.NONE, 0).line(), StandardCharsets.UTF_8))
        .isEqualTo("<34>a#012b\n");
    String cut =
        new String(frame("<34>ab", Flaw.TOO_LONG, 7).line(), StandardCharsets.UTF_8).strip();
    assertThat(FrameMark.in(cut))
        .contains(new FrameMark("<34>ab", "cut off behind 6 bytes, 7 more were sent"));
    assertThat(FrameMark.in("<34>a [other: x]")).isEmpty();
    assertThat(FrameMark.in("[eventsec: " + "x".repeat(200) + "]")).isEmpty();
  }

  @Test
  void eventOfAMessageThatIsNotWhole_saysSo() {
    SyslogFrame frame = frame("<34>1 2026-11-27T08:15:30Z h app - - - said", Flaw.CUT_SHORT, 0);
    DecodedBatch decoded =
        EventDecoder.standard()
            .decode(
                new RawBatch(
                    new EventOrigin(Tenant.DEFAULT, "s", "k", 0),
                    "k",
                    "syslog",
                    Instant.parse("2026-11-27T08:15:31Z"),
                    frame.line(),
                    1));
    assertThat(decoded.rejections()).isEmpty();
    assertThat(decoded.events().get(0).ecsFields())
        .containsEntry("message", "said")
        .containsEntry(
            "error.message",
            "The message is not whole: cut short, the connection ended within the message");
  }

  @Test
  void limitThatLetsNothingThrough_isRefused() {
    assertThatThrownBy(() -> new SyslogFrames(15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15");
  }

  @Property(tries = 2_000)
  void anySplit_givesTheSameFrames(
      @ForAll("streams") String text, @ForAll @IntRange(min = 1, max = 50) int size) {
    List<SyslogFrame> whole = frames(text);

    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    SyslogFrames stream = new SyslogFrames(LONGEST);
    List<SyslogFrame> split = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += size) {
      stream.read(bytes, at, Math.min(size, bytes.length - at), split::add);
      assertThat(stream.held()).isLessThanOrEqualTo(LONGEST);
    }
    stream.end().ifPresent(split::add);

    assertThat(split).isEqualTo(whole);
    for (SyslogFrame frame : whole) {
      assertThat(NdJson.count(frame.line())).isEqualTo(1);
    }
  }

  @Property(tries = 1_000)
  void countedMessages_comeBackAsTheyWere(@ForAll("messages") List<String> messages) {
    StringBuilder stream = new StringBuilder();
    for (String message : messages) {
      stream.append(message.getBytes(StandardCharsets.UTF_8).length).append(' ').append(message);
    }
    assertThat(texts(stream.toString())).isEqualTo(messages);
  }

  @Provide
  static Arbitrary<String> streams() {
    return Arbitraries.of(
            "5 <1>yz",
            "12 <34>short",
            "3 <34>long",
            "<34>a",
            "\n",
            "\r\n",
            "\0",
            " ",
            "\uFEFF",
            "7",
            "1 ",
            "60 <34>",
            "999999999 <",
            "x".repeat(45),
            "é",
            "<")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  static Arbitrary<List<String>> messages() {
    return Arbitraries.strings()
        .withChars("ab \n1<é")
        .ofMaxLength(15)
        .map(text -> "<34>" + text + ".")
        .list()
        .ofMaxSize(8);
  }

  private static SyslogFrame frame(String text, Flaw flaw, long missing) {
    return new SyslogFrame(text.getBytes(StandardCharsets.UTF_8), flaw, missing);
  }

  private static List<SyslogFrame> frames(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<SyslogFrame> frames = new ArrayList<>();
    SyslogFrames stream = new SyslogFrames(LONGEST);
    stream.read(bytes, 0, bytes.length, frames::add);
    stream.end().ifPresent(frames::add);
    return frames;
  }

  private static List<String> texts(String stream) {
    return frames(stream).stream().map(SyslogFramesTest::text).toList();
  }

  private static String text(SyslogFrame frame) {
    return new String(frame.message(), StandardCharsets.UTF_8);
  }
}
