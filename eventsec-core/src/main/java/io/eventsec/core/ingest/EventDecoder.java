package io.eventsec.core.ingest;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventPlace;
import io.eventsec.core.ingest.Rejection.Stage;
import io.eventsec.core.ingest.format.AccessLog;
import io.eventsec.core.ingest.format.Auditd;
import io.eventsec.core.ingest.format.AuditdEvent;
import io.eventsec.core.ingest.format.Cef;
import io.eventsec.core.ingest.format.CloudAudit;
import io.eventsec.core.ingest.format.CloudTrail;
import io.eventsec.core.ingest.format.ContainerLine;
import io.eventsec.core.ingest.format.DockerJson;
import io.eventsec.core.ingest.format.EcsJson;
import io.eventsec.core.ingest.format.GenericJson;
import io.eventsec.core.ingest.format.GenericText;
import io.eventsec.core.ingest.format.HeadedLine;
import io.eventsec.core.ingest.format.Journald;
import io.eventsec.core.ingest.format.KnownLine;
import io.eventsec.core.ingest.format.KubernetesAudit;
import io.eventsec.core.ingest.format.Laurel;
import io.eventsec.core.ingest.format.Leef;
import io.eventsec.core.ingest.format.LogFmt;
import io.eventsec.core.ingest.format.LogJson;
import io.eventsec.core.ingest.format.LowerCaseJson;
import io.eventsec.core.ingest.format.MikroTik;
import io.eventsec.core.ingest.format.ModSecurity;
import io.eventsec.core.ingest.format.Netfilter;
import io.eventsec.core.ingest.format.OtlpLog;
import io.eventsec.core.ingest.format.PlainJson;
import io.eventsec.core.ingest.format.ProductJson;
import io.eventsec.core.ingest.format.ServiceLog;
import io.eventsec.core.ingest.format.ServicePairs;
import io.eventsec.core.ingest.format.SuricataEve;
import io.eventsec.core.ingest.format.Syslog;
import io.eventsec.core.ingest.format.VendorFormats;
import io.eventsec.core.ingest.format.W3cJson;
import io.eventsec.core.ingest.format.WindowsEvent;
import io.eventsec.core.ingest.format.WindowsXml;
import io.eventsec.core.ingest.format.WrappedJson;
import io.eventsec.core.ingest.format.ZeekJson;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Decodes batches of lines, JSON or text, into events by the formats it knows. Immutable and
 * thread-safe.
 *
 * <p>A batch names its format, or leaves it to each record's look ({@link RawBatch#AUTO}); then the
 * first format that recognises a record takes it, in the order the formats were added. What cannot
 * become an event is a rejection with one of these causes: {@code record.too-long}, {@code
 * utf8.malformed}, {@code json.syntax}, {@code json.not-object}, {@code json.too-deep}, {@code
 * json.limit}, {@code record.name-too-long}, {@code record.too-many-fields}, {@code
 * record.too-many-values}, {@code format.unknown}, {@code format.mismatch}, {@code format.failed}.
 */
public final class EventDecoder implements BatchDecoder {
  private final Map<String, EventFormat> formats;
  private final DecodeLimits limits;
  private final LayerReader reader;
  private final String version;

  private EventDecoder(Builder builder) {
    this.formats = new LinkedHashMap<>(builder.formats);
    this.limits = builder.limits;
    this.reader = new LayerReader(formats.values(), limits);
    this.version = DecoderVersion.of(formats.values());
  }

  /**
   * The formats of this library but those that take anything, and the formats that {@link
   * ServiceLoader} finds beside this class.
   */
  public static EventDecoder standard() {
    return builder().standardFormats().discover(EventDecoder.class.getClassLoader()).build();
  }

  /**
   * Those of {@link #standard}, and every other JSON object under its own names: for rules over
   * files and for their tests.
   */
  public static EventDecoder ofAnyJson() {
    return builder()
        .standardFormats()
        .discover(EventDecoder.class.getClassLoader())
        .format(new PlainJson())
        .build();
  }

  /** Starts a decoder that knows no format yet and has the default limits. */
  public static Builder builder() {
    return new Builder();
  }

  /** The names of the formats it knows, in the order they are asked. */
  public List<String> formats() {
    return List.copyOf(formats.keySet());
  }

  /**
   * The release of this library, and a digest of the formats and of what they say of themselves.
   */
  @Override
  public String version() {
    return version;
  }

  @Override
  public DecodedBatch decode(RawBatch batch) {
    Work work = new Work(batch);
    NdJson.each(batch.payload(), work);
    return new DecodedBatch(work.events, work.rejections);
  }

  /** One batch as it is decoded. */
  private final class Work implements NdJson.Visitor {
    private final RawBatch batch;
    private final List<Event> events;
    private final List<Rejection> rejections = new ArrayList<>();
    private final FieldPaths paths = new FieldPaths();
    private final long lineage;

    Work(RawBatch batch) {
      this.batch = batch;
      this.lineage = EventPlace.lineage(batch.origin());
      this.events = new ArrayList<>(Math.max(0, Math.min(batch.count(), 100_000)));
    }

    @Override
    public void record(int index, int offset, int length) {
      EventId id = EventId.of(batch.origin(), index);
      LineText line = LineText.of(batch.payload(), offset, length);
      Stage stage = Stage.PARSE;
      try {
        check(line, length);
        List<Layer> layers = reader.read(line.text(), batch.format(), paths);
        stage = Stage.NORMALISE;
        events.add(normalise(index, line, layers));
      } catch (RefusedRecordException e) {
        rejections.add(new Rejection(id, stage, e.causeName(), e.reason(), line.text()));
      } catch (RuntimeException e) {
        // Formats come from others too; one that breaks must not stop the batch.
        rejections.add(new Rejection(id, stage, "format.failed", failed(e), line.text()));
      }
    }

    private static String failed(RuntimeException e) {
      return "A format failed on this record with " + e + "; report it to the format's author";
    }

    private void check(LineText line, int length) throws RefusedRecordException {
      if (length > limits.recordBytes()) {
        throw new RefusedRecordException(
            "record.too-long",
            "The line has "
                + length
                + " bytes, more than "
                + limits.recordBytes()
                + "; have the sensor leave payloads and packets out");
      }
      if (!line.isUtf8() && line.isJson()) {
        throw new RefusedRecordException(
            "utf8.malformed", "The line is not UTF-8; JSON must be sent in that encoding");
      }
    }

    private Event normalise(int index, LineText line, List<Layer> layers) {
      Event.Builder event =
          Event.builder(
                  EventId.of(batch.origin(), index),
                  batch.origin().tenant(),
                  batch.origin().source())
              .receivedAt(batch.receivedAt())
              .place(new EventPlace(lineage, batch.origin().firstOrdinal() + index))
              .original(line.text());
      if (!line.isUtf8()) {
        event.ecs("error.message", "The line is not UTF-8; it was read as ISO 8859-1");
      }
      fill(event, layers);
      return event.build();
    }

    private static void fill(Event.Builder event, List<Layer> layers) {
      event.nativeFields(layers.get(0).fields().fields());
      for (int i = 0; i < layers.size(); i++) {
        NativeRecord fields = layers.get(i).fields();
        if (i > 0) {
          fields.fields().forEach(event::nativeField);
        }
        layers.get(i).format().normalise(fields, event);
      }
    }
  }

  /** Collects formats and limits. Not thread-safe. */
  public static final class Builder {
    private final Map<String, EventFormat> formats = new LinkedHashMap<>();
    private DecodeLimits limits = DecodeLimits.DEFAULT;
    private ZoneId zone = ZoneOffset.UTC;

    private Builder() {}

    /**
     * Adds the formats of this library that tell their records by their look, in the order in which
     * they are to be asked.
     */
    public Builder standardFormats() {
      return format(new SuricataEve())
          .format(new ZeekJson())
          .format(new WindowsEvent())
          .format(new CloudTrail())
          .format(new OtlpLog())
          .format(new DockerJson())
          .format(new Journald(zone))
          .format(new KubernetesAudit())
          .format(new ProductJson(zone))
          .format(new CloudAudit())
          .format(new AuditdEvent())
          .format(new Laurel())
          .format(new ServiceLog(zone))
          .format(new W3cJson())
          .format(new EcsJson(zone))
          .format(new Cef(zone))
          .format(new Leef(zone))
          .format(new WindowsXml())
          .format(new Auditd())
          .format(new ContainerLine())
          .formats(VendorFormats.of(zone))
          .format(new ModSecurity(zone))
          .format(new ServicePairs(zone))
          .format(new MikroTik(zone))
          .format(new KnownLine(zone))
          .format(new Syslog(zone))
          .format(new Netfilter(zone))
          .format(new AccessLog())
          .format(new LogFmt(zone))
          .format(new HeadedLine(zone))
          .format(new LowerCaseJson(zone))
          .format(new WrappedJson(zone))
          .format(new LogJson(zone));
    }

    /**
     * Adds the formats that take any JSON object and any line of text and make of its names what
     * they can: {@code generic-json} and {@code generic-text}. To be added last.
     */
    public Builder genericFormats() {
      return format(new GenericJson(zone)).format(new GenericText(zone));
    }

    /**
     * Adds a format; it is asked after those added before.
     *
     * @throws IllegalArgumentException if its name is {@code auto} or was already added
     */
    public Builder format(EventFormat format) {
      EventFormat before = formats.putIfAbsent(format.name(), format);
      if (before != null || format.name().equals(RawBatch.AUTO)) {
        throw new IllegalArgumentException(
            "The format name '"
                + format.name()
                + "' of "
                + format.getClass().getName()
                + " is taken"
                + (before == null ? "" : " by " + before.getClass().getName())
                + "; give it another name");
      }
      return this;
    }

    private Builder formats(List<EventFormat> several) {
      several.forEach(this::format);
      return this;
    }

    /**
     * Adds every {@link EventFormat} that is registered as a service with that class loader.
     *
     * @throws IllegalArgumentException as {@link #format} does
     */
    public Builder discover(ClassLoader loader) {
      ServiceLoader.load(EventFormat.class, loader).forEach(this::format);
      return this;
    }

    /**
     * Sets where the senders' clocks stand that write no zone, for the standard formats that are
     * added afterwards; UTC unless said.
     */
    public Builder zone(ZoneId value) {
      this.zone = value;
      return this;
    }

    /** Sets what one record may cost. */
    public Builder limits(DecodeLimits value) {
      this.limits = value;
      return this;
    }

    /** The decoder. */
    public EventDecoder build() {
      return new EventDecoder(this);
    }
  }
}
