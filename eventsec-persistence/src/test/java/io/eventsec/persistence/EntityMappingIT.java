package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.persistence.entity.EntityClasses;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.metamodel.EntityType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EntityMappingIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  /** Kept by a trigger: to be looked up for each row costs more than to write it. */
  private static final Set<String> WITHOUT = Set.of("finding_history_finding_fk");

  @Test
  void entities_fitTheMigratedSchema() {
    // Opening validates; without it, what follows would say little.
    try (TestEntities entities = new TestEntities(STORE.database())) {
      assertThat(entities.factory().getMetamodel().getEntities())
          .extracting(EntityType::getJavaType)
          .extracting(Class::getName)
          .containsExactlyInAnyOrderElementsOf(EntityClasses.names());
    }
  }

  @Test
  void everyEntityClass_isListed() throws IOException {
    Path folder = Path.of("src", "main", "java", "io", "eventsec", "persistence", "entity");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> found =
          files
              .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
              .filter(name -> !name.equals("package-info"))
              .map(name -> "io.eventsec.persistence.entity." + name)
              .filter(name -> load(name).isAnnotationPresent(Entity.class))
              .toList();
      assertThat(EntityClasses.names()).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @Test
  void everyReference_isLazyNamedAndHasItsOwnForeignKeyInTheDatabase() {
    List<Field> references = fields(ManyToOne.class);
    assertThat(references).hasSizeGreaterThanOrEqualTo(5);
    assertThat(references)
        .allSatisfy(
            field -> {
              assertThat(field.getAnnotation(ManyToOne.class).fetch()).isEqualTo(FetchType.LAZY);
              JoinColumn column = field.getAnnotation(JoinColumn.class);
              assertThat(column).as(field + " has a @JoinColumn").isNotNull();
              assertThat(foreignKeys(column))
                  .as(column.foreignKey().name())
                  .isEqualTo(WITHOUT.contains(column.foreignKey().name()) ? 0 : 1);
            });
    assertThat(references)
        .extracting(field -> field.getAnnotation(JoinColumn.class).foreignKey().name())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyReference_isTheOtherSideOfExactlyOneCollection() {
    List<String> owned =
        fields(OneToMany.class).stream()
            .map(field -> element(field).getName() + '.' + mappedBy(field))
            .toList();
    assertThat(fields(ManyToOne.class))
        .extracting(field -> field.getDeclaringClass().getName() + '.' + field.getName())
        .containsExactlyInAnyOrderElementsOf(owned);
  }

  @Test
  void otherKindsOfAssociation_areNotUsed() {
    assertThat(fields(ManyToMany.class)).isEmpty();
    assertThat(fields(OneToOne.class)).isEmpty();
  }

  private static long foreignKeys(JoinColumn column) {
    return STORE.number(
        "select count(*) from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid"
            + " and a.attnum = any (c.conkey) where c.contype = 'f' and c.conname = '"
            + column.foreignKey().name()
            + "' and a.attname = '"
            + column.name()
            + "'");
  }

  private static String mappedBy(Field field) {
    return field.getAnnotation(OneToMany.class).mappedBy();
  }

  private static Class<?> element(Field field) {
    ParameterizedType type = (ParameterizedType) field.getGenericType();
    return (Class<?>) type.getActualTypeArguments()[0];
  }

  private static List<Field> fields(Class<? extends java.lang.annotation.Annotation> annotation) {
    List<Field> found = new ArrayList<>();
    for (String name : EntityClasses.names()) {
      Arrays.stream(load(name).getDeclaredFields())
          .filter(field -> field.isAnnotationPresent(annotation))
          .forEach(found::add);
    }
    return found;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
