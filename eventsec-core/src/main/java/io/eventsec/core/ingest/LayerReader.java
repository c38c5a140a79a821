package io.eventsec.core.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the format of a line, and of what its record carries. Thread-safe. */
final class LayerReader {
  /** Containers write JSON that has a line of syslog that has CEF; more is no honest log. */
  private static final int MOST_LAYERS = 4;

  private final KnownFormats formats;
  private final DecodeLimits limits;
  private final JsonDecoder json;

  LayerReader(Collection<EventFormat> formats, DecodeLimits limits) {
    this.formats = new KnownFormats(formats);
    this.limits = limits;
    this.json = new JsonDecoder(limits);
  }

  /**
   * The layers of a line, the outermost first.
   *
   * @param format the name of the outermost's, or {@link RawBatch#AUTO}
   * @param paths those of the records before, for the same thread
   */
  List<Layer> read(String line, String format, FieldPaths paths) throws RefusedRecordException {
    Inside inside = new Inside(paths, 0);
    return format.equals(RawBatch.AUTO)
        ? outermost(line, inside)
        : layers(named(line, format, paths), inside);
  }

  private Layer named(String line, String name, FieldPaths paths) throws RefusedRecordException {
    EventFormat format = formats.named(name);
    if (format instanceof TextFormat text) {
      NativeRecord fields = text.readNamed(line).orElseThrow(() -> UnknownFormat.not(name, line));
      return new Layer(format, checked(fields));
    }
    return new Layer(format, json.decode(line, paths));
  }

  private List<Layer> outermost(String line, Inside inside) throws RefusedRecordException {
    if (!isObject(line)) {
      Optional<Layer> text = text(line, true);
      if (text.isPresent()) {
        return layers(text.get(), inside);
      }
    }
    NativeRecord fields = decoded(line, inside.paths);
    List<Layer> layers = known(fields, true, inside);
    if (layers.isEmpty()) {
      throw UnknownFormat.of(fields, formats.names());
    }
    return layers;
  }

  private NativeRecord decoded(String line, FieldPaths paths) throws RefusedRecordException {
    try {
      return json.decode(line, paths);
    } catch (RefusedRecordException e) {
      boolean isText = !isObject(line) && e.causeName().equals(JsonDecoder.SYNTAX);
      throw isText ? UnknownFormat.of(line, formats.names()) : e;
    }
  }

  /** The layers of a record, the first of the first format that takes it; empty if none does. */
  private List<Layer> known(NativeRecord fields, boolean any, Inside inside)
      throws RefusedRecordException {
    for (KnownFormats.OfJson one : formats.ofJson()) {
      EventFormat format = one.format();
      if (!any && format.takesAnything()) {
        continue;
      }
      boolean recognised = format.recognises(fields);
      if (recognised || one.carries()) {
        List<Layer> layers = layers(new Layer(format, fields), inside);
        if (recognised || layers.size() > 1) {
          return layers;
        }
      }
    }
    return List.of();
  }

  /** A layer and those of what it carries; if nobody knows that, it is a value and no fault. */
  private List<Layer> layers(Layer outer, Inside around) throws RefusedRecordException {
    if (around.depth + 1 >= MOST_LAYERS) {
      return List.of(outer);
    }
    Inside inside = new Inside(around.paths, around.depth + 1);
    List<Layer> carried = inside.of(outer);
    if (inside.refusal != null) {
      throw inside.refusal;
    }
    if (carried.isEmpty()) {
      return List.of(outer);
    }
    List<Layer> layers = new ArrayList<>(MOST_LAYERS);
    layers.add(outer);
    layers.addAll(carried);
    return layers;
  }

  /** Reads what a record carries. */
  private final class Inside implements ContentReader {
    private final FieldPaths paths;
    private final int depth;

    /** Of something that a format knew and that is too large. */
    private @Nullable RefusedRecordException refusal;

    Inside(FieldPaths paths, int depth) {
      this.paths = paths;
      this.depth = depth;
    }

    List<Layer> of(Layer outer) {
      return outer.format() instanceof CarrierFormat carrier
          ? carrier.carried(outer.fields(), this)
          : outer.format().content(outer.fields()).map(this::text).orElse(List.of());
    }

    @Override
    public List<Layer> text(String text) {
      String carried = text.strip();
      return isObject(carried) ? json(carried) : line(carried);
    }

    private List<Layer> line(String carried) {
      try {
        Optional<Layer> found = LayerReader.this.text(carried, false);
        return found.isPresent() ? layers(found.get(), this) : List.of();
      } catch (RefusedRecordException e) {
        refusal = e;
        return List.of();
      }
    }

    private List<Layer> json(String carried) {
      try {
        return known(json.decode(carried, paths), true, this);
      } catch (RefusedRecordException e) {
        return List.of();
      }
    }

    @Override
    public List<Layer> object(NativeRecord fields) {
      try {
        return known(fields, false, this);
      } catch (RefusedRecordException e) {
        return List.of();
      }
    }
  }

  private Optional<Layer> text(String line, boolean any) throws RefusedRecordException {
    for (TextFormat format : formats.ofText()) {
      Optional<NativeRecord> fields =
          any || !format.takesAnything() ? format.read(line) : Optional.empty();
      if (fields.isPresent()) {
        return Optional.of(new Layer(format, checked(fields.get())));
      }
    }
    return Optional.empty();
  }

  private NativeRecord checked(NativeRecord fields) throws RefusedRecordException {
    if (fields.fields().size() > limits.fields()) {
      throw RefusedRecordException.tooMany("fields", limits.fields());
    }
    for (String name : fields.fields().keySet()) {
      if (name.length() > limits.nameLength()) {
        throw RefusedRecordException.nameTooLong(name, limits.nameLength());
      }
    }
    return fields;
  }

  static boolean isObject(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) <= ' ') {
      start++;
    }
    return start < line.length() && line.charAt(start) == '{';
  }
}
