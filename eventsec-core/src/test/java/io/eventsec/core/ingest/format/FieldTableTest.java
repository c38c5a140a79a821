package io.eventsec.core.ingest.format;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.EcsField;
import io.eventsec.core.event.EcsField.Type;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldTableTest {
  private static final Set<Type> TEXT = Set.of(Type.KEYWORD, Type.WILDCARD, Type.MATCH_ONLY_TEXT);
  private static final Map<Conversion, Set<Type>> MAKES =
      Map.ofEntries(
          Map.entry(Conversion.TEXT, TEXT),
          Map.entry(Conversion.LOWER, TEXT),
          Map.entry(Conversion.HTTP_VERSION, TEXT),
          Map.entry(Conversion.PROTOCOL, TEXT),
          Map.entry(Conversion.MAC, TEXT),
          Map.entry(Conversion.FINGERPRINT, TEXT),
          Map.entry(Conversion.TLS_VERSION, TEXT),
          Map.entry(Conversion.TLS_PROTOCOL, TEXT),
          Map.entry(Conversion.DNS_CLASS, TEXT),
          Map.entry(Conversion.MAC_IF_ANY, TEXT),
          Map.entry(Conversion.EMAIL_IF_ANY, TEXT),
          Map.entry(Conversion.OUTCOME, TEXT),
          Map.entry(Conversion.ARGUMENTS, TEXT),
          Map.entry(Conversion.SEVERITY, Set.of(Type.LONG)),
          Map.entry(Conversion.LONG_IF_ANY, Set.of(Type.LONG)),
          Map.entry(Conversion.LONG, Set.of(Type.LONG)),
          Map.entry(Conversion.COUNT, Set.of(Type.LONG)),
          Map.entry(Conversion.PORT, Set.of(Type.LONG)),
          Map.entry(Conversion.PROCESS_ID, Set.of(Type.LONG)),
          Map.entry(Conversion.SEVERITY_OF_HUNDRED, Set.of(Type.LONG)),
          Map.entry(Conversion.DASHES, TEXT),
          Map.entry(Conversion.WITHOUT_QUESTION, TEXT),
          Map.entry(Conversion.BEHIND_HASH, TEXT),
          Map.entry(Conversion.SHA256_IF_ANY, TEXT),
          Map.entry(Conversion.PLUS, TEXT),
          Map.entry(Conversion.DOMAIN, TEXT),
          Map.entry(Conversion.DNS_LABELS, TEXT),
          Map.entry(Conversion.MILLIS, Set.of(Type.LONG)),
          Map.entry(Conversion.UNITS, Set.of(Type.LONG)),
          Map.entry(Conversion.NANOS, Set.of(Type.LONG)),
          Map.entry(Conversion.SECONDS, Set.of(Type.LONG)),
          Map.entry(Conversion.TRUTH, Set.of(Type.BOOLEAN)),
          Map.entry(Conversion.IP, Set.of(Type.IP)),
          Map.entry(Conversion.IP_IF_ANY, Set.of(Type.IP)),
          Map.entry(Conversion.UPPER, TEXT),
          Map.entry(Conversion.PERCENT, TEXT),
          Map.entry(Conversion.SNAKE, TEXT),
          Map.entry(Conversion.KEBAB, TEXT),
          Map.entry(Conversion.MD5_IF_ANY, TEXT),
          Map.entry(Conversion.FIRST_WORD, TEXT),
          Map.entry(Conversion.BEHIND_BACKSLASH, TEXT),
          Map.entry(Conversion.BEFORE_BACKSLASH, TEXT),
          Map.entry(Conversion.BEHIND_DASH, TEXT),
          Map.entry(Conversion.BEFORE_DASH, TEXT),
          Map.entry(Conversion.BEHIND_BLANK, TEXT),
          Map.entry(Conversion.BEFORE_AT, TEXT),
          Map.entry(Conversion.CONFIDENCE, TEXT),
          Map.entry(Conversion.CONFIDENCE_OF_TEN, TEXT),
          Map.entry(Conversion.UNTIL_COLON, TEXT),
          Map.entry(Conversion.UNTIL_SLASH, TEXT),
          Map.entry(Conversion.DOMAIN_OF_EMAIL, TEXT),
          Map.entry(Conversion.TRACE_ID, TEXT),
          Map.entry(Conversion.ARN_ACCOUNT, TEXT),
          Map.entry(Conversion.ARN_REGION, TEXT),
          Map.entry(Conversion.REAL_IF_ANY, Set.of(Type.FLOAT)),
          Map.entry(Conversion.MILLIS_IF_ANY, Set.of(Type.LONG)),
          Map.entry(Conversion.TIME_IF_ANY, Set.of(Type.DATE)),
          Map.entry(Conversion.TIME, Set.of(Type.DATE)));

  @ParameterizedTest
  @MethodSource("sections")
  void targets_areEcsFieldsOfTheConversionsType(TableSection section) {
    for (String target : section.targets()) {
      assertThat(EcsField.named(target)).as(target).isPresent();
    }
    section
        .sources()
        .forEach(
            (ecs, mappings) ->
                mappings.forEach(
                    mapping ->
                        assertThat(MAKES.get(mapping.conversion()))
                            .as(ecs)
                            .contains(EcsField.named(ecs).orElseThrow().type())));
  }

  /**
   * Records are flat: the values of an object have dotted names, and none has the object's. A look
   * that asks for one would fit no record.
   */
  @ParameterizedTest
  @MethodSource("sections")
  void looks_askForValues_notForObjects(TableSection section) {
    Set<String> values =
        Stream.concat(section.natives(), section.times().stream()).collect(toSet());
    Set<String> names = Stream.concat(values.stream(), signs(section)).collect(toSet());

    assertThat(signs(section).filter(sign -> !values.contains(sign)))
        .as("Names in looks; of one that is an object's name one of the values instead")
        .noneMatch(sign -> names.stream().anyMatch(name -> name.startsWith(sign + '.')));
  }

  private static Stream<String> signs(TableSection section) {
    return section.looks().stream().flatMap(look -> look.signs().stream()).map(Look.Sign::field);
  }

  static Stream<TableSection> sections() {
    return Stream.concat(ofDevices(), ofOthers());
  }

  private static Stream<TableSection> ofDevices() {
    return VendorFormats.TABLES.stream().flatMap(table -> table.sections().values().stream());
  }

  private static Stream<TableSection> ofOthers() {
    return Stream.of(
            SuricataEve.TABLE,
            ZeekJson.TABLE,
            WindowsEvent.TABLE,
            CloudTrail.TABLE,
            Cef.TABLE,
            Leef.TABLE,
            Netfilter.TABLE,
            WebRequest.TABLE,
            CloudAudit.TABLE,
            ServiceLog.TABLE,
            GenericFields.TABLE)
        .flatMap(table -> table.sections().values().stream());
  }

  @Test
  void conversions_areAllTypedHere() {
    assertThat(MAKES).containsOnlyKeys(Conversion.values());
  }
}
