package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.TextPattern;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Applies {@code windash} and the encodings to one value, in the order written. Between {@code
 * wide} and {@code base64} the text is bytes, kept as one character a byte.
 */
final class TextRewriter {
  private static final int MAX_SPELLINGS = 3_125;
  private static final int UTF16_WIDTH = 2;
  private static final String BYTE_ORDER_MARK = "\u00ff\u00fe";
  private static final int[] OFFSET_STARTS = {0, 2, 3};
  private static final int[] OFFSET_CUTS = {0, 3, 2};

  private List<TextPattern> patterns;
  private boolean bytes;

  private TextRewriter(TextPattern pattern) {
    this.patterns = List.of(pattern);
  }

  static List<TextPattern> apply(List<Modifier> rewriting, TextPattern pattern) throws RuleFault {
    TextRewriter rewriter = new TextRewriter(pattern);
    for (Modifier modifier : rewriting) {
      rewriter.apply(modifier);
    }
    return rewriter.patterns;
  }

  private void apply(Modifier modifier) throws RuleFault {
    if (modifier == Modifier.WINDASH) {
      patterns = patterns.stream().map(TextPattern::windash).toList();
      return;
    }
    List<TextPattern> encoded = new ArrayList<>();
    for (TextPattern pattern : patterns) {
      for (TextPattern spelling : spellings(pattern)) {
        encoded.addAll(encode(spelling, modifier));
      }
    }
    patterns = encoded;
    bytes = modifier != Modifier.BASE64 && modifier != Modifier.BASE64OFFSET;
  }

  private List<TextPattern> encode(TextPattern pattern, Modifier modifier) throws RuleFault {
    return switch (modifier) {
      case BASE64 ->
          List.of(
              TextPattern.literal(Base64.getEncoder().encodeToString(toBytes(pattern, modifier))));
      case BASE64OFFSET ->
          offsets(toBytes(pattern, modifier)).stream().map(TextPattern::literal).toList();
      case UTF16BE -> List.of(recoded(pattern, StandardCharsets.UTF_16BE));
      case UTF16 -> List.of(recoded(pattern, StandardCharsets.UTF_16LE).behind(BYTE_ORDER_MARK));
      default -> List.of(recoded(pattern, StandardCharsets.UTF_16LE));
    };
  }

  private byte[] toBytes(TextPattern pattern, Modifier modifier) throws RuleFault {
    if (pattern.hasWildcards()) {
      throw new RuleFault(
          "The value "
              + Problems.shown(pattern.toString())
              + " has wildcards, which '"
              + modifier.sigmaName()
              + "' can't encode",
          "Remove them, or write a backslash before each that is meant as a character");
    }
    return pattern.text().getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  private static TextPattern recoded(TextPattern pattern, Charset charset) {
    return pattern.recoded(
        text -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1), UTF16_WIDTH);
  }

  /** What base64 makes of the bytes at each of the three places they can have in a longer run. */
  private static List<String> offsets(byte[] value) throws RuleFault {
    List<String> codes = new ArrayList<>();
    for (int offset = 0; offset < OFFSET_STARTS.length; offset++) {
      byte[] shifted = new byte[offset + value.length];
      System.arraycopy(value, 0, shifted, offset, value.length);
      String code = Base64.getEncoder().encodeToString(shifted);
      int end = code.length() - OFFSET_CUTS[shifted.length % OFFSET_CUTS.length];
      if (end <= OFFSET_STARTS[offset]) {
        throw new RuleFault(
            "The value is too short for 'base64offset': nothing of it is certain at every offset",
            "Write a value of two characters or more");
      }
      codes.add(code.substring(OFFSET_STARTS[offset], end));
    }
    return codes;
  }

  /** The pattern with each of the dashes that {@code windash} has left open. */
  private static List<TextPattern> spellings(TextPattern pattern) throws RuleFault {
    List<TextPattern> spellings = List.of(pattern);
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.element(i) == TextPattern.DASH) {
        spellings = dashed(spellings, i);
      }
    }
    return spellings;
  }

  private static List<TextPattern> dashed(List<TextPattern> spellings, int index) throws RuleFault {
    if (spellings.size() * TextPattern.DASHES.length() > MAX_SPELLINGS) {
      throw new RuleFault(
          "With 'windash' the value has more than " + MAX_SPELLINGS + " spellings to encode",
          "Write a value with fewer dashes");
    }
    List<TextPattern> more = new ArrayList<>();
    for (char dash : TextPattern.DASHES.toCharArray()) {
      spellings.forEach(spelling -> more.add(spelling.with(index, dash)));
    }
    return more;
  }
}
