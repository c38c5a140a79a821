package io.eventsec.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
  private static final Path FILE = Path.of("..", "docs", "CONFIGURATION.md");
  private static final String WRITE = "reference.write";

  @Test
  void reference_isWhatTheDeclarationsSay() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(FILE, ReferencePage.text());
    }
    assertThat(Files.readString(FILE))
        .as(
            "docs/CONFIGURATION.md is made of the declarations. Make it anew: mvn -pl"
                + " eventsec-jakarta-app -am -Dtest=ReferencePageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true test",
            WRITE)
        .isEqualTo(ReferencePage.text());
  }

  @Test
  void everyDeclaration_isInItsArea() {
    List<Setting<?>> declared = new ArrayList<>();
    Arrays.stream(Settings.class.getRecordComponents())
        .flatMap(area -> Arrays.stream(area.getType().getDeclaredFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getType() == Setting.class)
        .forEach(field -> declared.add(read(field)));

    assertThat(declared).hasSizeGreaterThan(25);
    assertThat(Settings.all()).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(Settings.all().flatMap(setting -> setting.names().stream())).doesNotHaveDuplicates();
  }

  @Test
  void everyDefault_isAValueOfItsSetting() {
    Map<String, String> defaults = new java.util.HashMap<>();
    Settings.all()
        .filter(setting -> !setting.defaultValue().isEmpty())
        .forEach(setting -> defaults.put(setting.key(), setting.defaultValue()));

    Configuration given = Given.settings(defaults);

    assertThat(given.problems()).isEmpty();
    assertThat(given.settings()).isEqualTo(Given.settings(Map.of()).settings());
  }

  @Test
  void serverVariables_haveTheSameDefaults() throws IOException {
    String platform = Files.readString(Path.of("..", "liberty", "platform.xml"));
    Stream.of(HttpSettings.AREA, DatabaseSettings.AREA)
        .flatMap(area -> area.settings().stream())
        .filter(setting -> setting != HttpSettings.PUBLIC_URL)
        .forEach(
            setting ->
                assertThat(platform)
                    .contains(
                        "<variable name=\"%s\" defaultValue=\"%s\"/>"
                            .formatted(setting.key(), setting.defaultValue())));
  }

  private static Setting<?> read(java.lang.reflect.Field field) {
    try {
      return Optional.ofNullable((Setting<?>) field.get(null)).orElseThrow();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
