package io.eventsec.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns a Zeek log in tab-separated form, line by line, into the JSON lines that Zeek would have
 * written, with the log's name in {@code _path}. Reads the header ({@code #separator}, {@code
 * #fields} and so on) as it comes, wherever it comes, and keeps nothing else. Logs in the W3C's
 * extended format ({@code #Fields:}), which start in the same way, become JSON likewise.
 *
 * <p>Nothing is lost: a line that does not fit the header, or comes before any, is passed on as it
 * is, so that the server refuses it where people can see it; a value that is not of its column's
 * type becomes a string. Unset fields are left out. Not thread-safe; one for each file.
 */
public final class ZeekTsv {
  private static final JsonFactory JSON = new JsonFactory();
  private static final List<byte[]> HEADERS =
      List.of(
          "#separator".getBytes(StandardCharsets.US_ASCII),
          W3cHeader.FIELDS.getBytes(StandardCharsets.US_ASCII));

  private ZeekTsvHeader header = new ZeekTsvHeader();
  private final W3cHeader w3c = new W3cHeader();

  /** A converter at the start of a file. */
  public ZeekTsv() {}

  /**
   * True if the line is the one that every Zeek log in this form starts with, or that says which
   * columns a log of the W3C's extended format has.
   */
  public static boolean isFirstLine(byte[] line) {
    return HEADERS.stream()
        .anyMatch(
            header ->
                line.length >= header.length
                    && Arrays.equals(line, 0, header.length, header, 0, header.length));
  }

  /**
   * Takes the next line.
   *
   * @param line without its line end, in UTF-8 as Zeek writes it
   * @return one line of JSON in UTF-8, or the line itself if it cannot be understood or is of no
   *     such log; empty if it was part of a header, a remark or blank
   */
  public Optional<byte[]> convert(byte[] line) {
    // One character for each byte: separators and escapes are bytes, not characters.
    String text = withoutReturn(new String(line, StandardCharsets.ISO_8859_1));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.startsWith("#")) {
      if (isOfAnotherLog(text)) {
        return Optional.of(line);
      }
      if (isFirstLine(line)) {
        header = new ZeekTsvHeader();
      }
      header.line(text);
      w3c.line(text);
      return Optional.empty();
    }
    if (w3c.isKnown()) {
      return request(text, line);
    }
    List<String> cells = header.split(text);
    if (header.fits(cells)) {
      return Optional.of(json(cells));
    }
    return text.isBlank() ? Optional.empty() : Optional.of(line);
  }

  /** MySQL's log of slow queries has records such as {@code # Time: …}, and no header. */
  private boolean isOfAnotherLog(String text) {
    return text.startsWith("# ") && text.indexOf(':') > 0 && !header.isKnown() && !w3c.isKnown();
  }

  private Optional<byte[]> request(String text, byte[] line) {
    List<String> values = W3cHeader.values(text);
    if (!w3c.fits(values)) {
      return text.isBlank() ? Optional.empty() : Optional.of(line);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      w3c.write(values, json);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return Optional.of(out.toByteArray());
  }

  private static String withoutReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private byte[] json(List<String> cells) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (!header.path().isEmpty() && !header.hasColumn("_path")) {
        json.writeStringField("_path", header.path());
      }
      ZeekTsvCell writer = new ZeekTsvCell(json, header);
      for (int column = 0; column < cells.size(); column++) {
        writer.write(column, cells.get(column));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return out.toByteArray();
  }
}
