package io.eventsec.core.enrich;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a small database of IPv4 networks by the specification of MaxMind DB 2.0. */
final class TinyGeoDatabase {
  private static final byte[] MARKER = {
    (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c', 'o', 'm'
  };
  private static final int GAP = 16;
  private static final int EMPTY = -1;

  /** Left and right of each node: another node, EMPTY, or below EMPTY a place in the data. */
  private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));

  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final String type;

  TinyGeoDatabase(String type) {
    this.type = type;
  }

  /** Adds a network; none lies in another. */
  TinyGeoDatabase with(int address, int prefix, Map<String, ?> known) {
    int node = 0;
    for (int bit = 0; bit < prefix; bit++) {
      int side = address >>> 31 - bit & 1;
      if (bit == prefix - 1) {
        nodes.get(node)[side] = EMPTY - 1 - data.size();
      } else {
        if (nodes.get(node)[side] == EMPTY) {
          nodes.add(new int[] {EMPTY, EMPTY});
          nodes.get(node)[side] = nodes.size() - 1;
        }
        node = nodes.get(node)[side];
      }
    }
    write(known, data);
    return this;
  }

  GeoDatabase open() throws IOException {
    return GeoDatabase.read(new ByteArrayInputStream(bytes()));
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int side : node) {
        int record =
            side >= 0 ? side : side == EMPTY ? nodes.size() : nodes.size() + GAP + EMPTY - 1 - side;
        out.write(record >> 16);
        out.write(record >> 8);
        out.write(record);
      }
    }
    out.writeBytes(new byte[GAP]);
    out.writeBytes(data.toByteArray());
    out.writeBytes(MARKER);
    write(
        Map.of(
            "node_count",
            (long) nodes.size(),
            "record_size",
            24,
            "ip_version",
            4,
            "database_type",
            type,
            "languages",
            List.of("en"),
            "binary_format_major_version",
            2,
            "binary_format_minor_version",
            0,
            "build_epoch",
            1_700_000_000L,
            "description",
            Map.of("en", "test")),
        out);
    return out.toByteArray();
  }

  private static void write(Object value, ByteArrayOutputStream out) {
    if (value instanceof Map<?, ?> map) {
      control(7, map.size(), out);
      map.forEach(
          (name, one) -> {
            write(name, out);
            write(one, out);
          });
    } else if (value instanceof List<?> list) {
      control(11, list.size(), out);
      list.forEach(one -> write(one, out));
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      control(2, bytes.length, out);
      out.writeBytes(bytes);
    } else if (value instanceof Double number) {
      control(3, Double.BYTES, out);
      out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
    } else if (value instanceof Integer number) {
      control(5, Short.BYTES, out);
      out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort(number.shortValue()).array());
    } else if (value instanceof Long number) {
      control(6, Integer.BYTES, out);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number.intValue()).array());
    } else {
      throw new IllegalArgumentException("Not for a test: " + value);
    }
  }

  /** Sizes from 29 to 284 take a byte more. */
  private static void control(int kind, int size, ByteArrayOutputStream out) {
    int inFirst = Math.min(size, 29);
    out.write(kind > 7 ? inFirst : kind << 5 | inFirst);
    if (kind > 7) {
      out.write(kind - 7);
    }
    if (inFirst == 29) {
      out.write(size - 29);
    }
  }
}
