package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.entity.AuditEntity;
import io.eventsec.persistence.entity.EntityClasses;
import io.eventsec.persistence.entity.UserEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walks every association of every entity from both ends, on a database with a row for each. */
class AssociationsIT {
  private final TestDatabase database = OldSchema.newestWithRows();
  private final TestEntities entities = new TestEntities(database);

  @AfterEach
  void close() {
    entities.close();
    TestServers.drop(database);
  }

  @Test
  void everyReference_leadsToARowWhoseCollectionLeadsBack() {
    assertThat(references()).hasSizeGreaterThan(30);
    for (Field reference : references()) {
      inTransaction(manager -> walk(manager, reference));
    }
  }

  @Test
  void everyReferenceThatCanChange_movesTheRowFromOneCollectionToTheOther() {
    List<Field> changeable = references().stream().filter(AssociationsIT::canChange).toList();
    assertThat(changeable)
        .extracting(AssociationsIT::name)
        .containsExactlyInAnyOrder(
            "AlertEntity.statusChangedBy",
            "AlertEntity.owner",
            "AlertEntity.assignee",
            "AlertEntity.closedBy",
            "AssetEntity.ownerTeam",
            "AssetVulnerabilityEntity.acceptedBy",
            "IncidentEntity.owner",
            "IncidentEntity.assignee",
            "IncidentEntity.closedBy",
            "RuleSettingEntity.changedBy",
            "RuleExceptionEntity.endedBy",
            "RiskPolicyChoiceEntity.changedBy");
    for (Field reference : changeable) {
      move(reference);
    }
  }

  @Test
  void everyReferenceToAUser_refusesOneOfAnotherTenant() {
    List<Field> toUsers =
        references().stream()
            .filter(AssociationsIT::canChange)
            .filter(field -> field.getType() == UserEntity.class)
            .toList();
    assertThat(toUsers).hasSize(11);
    for (Field reference : toUsers) {
      assertThatThrownBy(
              () ->
                  inTransaction(
                      manager -> {
                        UserEntity stranger =
                            one(
                                manager,
                                "select u from UserEntity u where u.tenant = 'default'",
                                UserEntity.class);
                        set(reference, row(manager, reference), stranger);
                      }))
          .as(name(reference))
          .hasStackTraceContaining(reference.getAnnotation(JoinColumn.class).foreignKey().name());
    }
  }

  @Test
  void everyEntity_canBeRemovedOnceNothingRefersToIt() {
    List<Class<?>> left = new ArrayList<>(entityClasses());
    left.remove(AuditEntity.class);
    while (!left.isEmpty()) {
      List<Class<?>> free =
          left.stream()
              .filter(type -> left.stream().noneMatch(other -> refers(other, type)))
              .toList();
      assertThat(free).as("not in a circle: " + left).isNotEmpty();
      for (Class<?> type : free) {
        inTransaction(manager -> all(manager, type).forEach(manager::remove));
        inTransaction(manager -> assertThat(all(manager, type)).isEmpty());
      }
      left.removeAll(free);
    }
  }

  @Test
  void auditEntity_cannotBeRemoved() {
    assertThatThrownBy(
            () ->
                inTransaction(manager -> all(manager, AuditEntity.class).forEach(manager::remove)))
        .hasStackTraceContaining("audit is append-only");
  }

  private static void walk(EntityManager manager, Field reference) {
    Object row = row(manager, reference);
    Object target = get(reference, row);
    assertThat(Hibernate.isInitialized(target)).as(name(reference) + " is lazy").isFalse();
    Collection<?> back = (Collection<?>) get(inverse(reference), Hibernate.unproxy(target));
    assertThat(Hibernate.isInitialized(back)).as(name(inverse(reference)) + " is lazy").isFalse();
    assertThat(back.contains(row)).as(name(reference) + " and back").isTrue();
  }

  private void move(Field reference) {
    inTransaction(
        manager -> {
          Object row = row(manager, reference);
          set(reference, row, other(manager, reference, get(reference, row)));
        });
    inTransaction(
        manager -> {
          Object row = row(manager, reference);
          Object target = Hibernate.unproxy(get(reference, row));
          Object before = other(manager, reference, target);
          Field inverse = inverse(reference);
          assertThat(((Collection<?>) get(inverse, target)).contains(row))
              .as(name(reference))
              .isTrue();
          assertThat(((Collection<?>) get(inverse, before)).contains(row))
              .as(name(reference))
              .isFalse();
        });
  }

  /** The one row of the same tenant that is not that target. */
  private static Object other(EntityManager manager, Field reference, Object target) {
    String type = reference.getType().getSimpleName();
    Object other =
        manager
            .createQuery(
                "select o from " + type + " o where o <> :target and o.tenant = 'acme'",
                Object.class)
            .setParameter("target", target)
            .getSingleResult();
    return Hibernate.unproxy(other);
  }

  private static Object row(EntityManager manager, Field reference) {
    return one(
        manager,
        "select e from "
            + reference.getDeclaringClass().getSimpleName()
            + " e where e."
            + reference.getName()
            + " is not null",
        Object.class);
  }

  private static <T> T one(EntityManager manager, String query, Class<T> type) {
    return manager.createQuery(query, type).setMaxResults(1).getSingleResult();
  }

  private static List<?> all(EntityManager manager, Class<?> type) {
    return manager
        .createQuery("select e from " + type.getSimpleName() + " e", type)
        .getResultList();
  }

  private static boolean refers(Class<?> from, Class<?> to) {
    return from != to
        && references().stream()
            .anyMatch(field -> field.getDeclaringClass() == from && field.getType() == to);
  }

  private static boolean canChange(Field reference) {
    return reference.getAnnotation(JoinColumn.class).updatable();
  }

  private static Field inverse(Field reference) {
    return Stream.of(reference.getType().getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(OneToMany.class))
        .filter(field -> element(field) == reference.getDeclaringClass())
        .filter(
            field -> field.getAnnotation(OneToMany.class).mappedBy().equals(reference.getName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name(reference) + " has no other side"));
  }

  private static Class<?> element(Field field) {
    ParameterizedType type = (ParameterizedType) field.getGenericType();
    return (Class<?>) type.getActualTypeArguments()[0];
  }

  private static List<Field> references() {
    return entityClasses().stream()
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> field.isAnnotationPresent(ManyToOne.class))
        .toList();
  }

  private static List<Class<?>> entityClasses() {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : EntityClasses.names()) {
      try {
        classes.add(Class.forName(name));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return classes;
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getSimpleName() + '.' + field.getName();
  }

  private static Object get(Field field, Object entity) {
    try {
      field.setAccessible(true);
      return Objects.requireNonNull(field.get(entity), name(field));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Field field, Object entity, Object value) {
    try {
      field.setAccessible(true);
      field.set(entity, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void inTransaction(Consumer<EntityManager> work) {
    entities.inTransaction(
        manager -> {
          work.accept(manager);
          return true;
        });
  }
}
