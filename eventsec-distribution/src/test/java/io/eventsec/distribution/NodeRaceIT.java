package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole nodes started before, during and after the migration of an empty database, in random order:
 * {@link RolesIT} does it once in the worst order, this does it {@code -Drace.rounds=100} times, by
 * hand, and prints each round.
 */
@EnabledIfSystemProperty(named = "race.rounds", matches = "[1-9][0-9]{0,3}")
class NodeRaceIT {
  private static final int ROUNDS = Integer.getInteger("race.rounds", 0);
  private static final int FIRST = Integer.getInteger("race.first", 0);

  /** About as long as a node takes from its start to its first look at the schema. */
  private static final int MOST_SECONDS = 12;

  /** All of them, so that a hundred rounds are a figure. */
  private final List<String> problems = new ArrayList<>();

  @TempDir Path home;
  private NodeStores stores;

  @BeforeEach
  void start() {
    stores = new NodeStores(home);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void nodesAroundAMigration_getReady_andAskForNoMissingTable() throws Exception {
    for (int round = FIRST; round < FIRST + ROUNDS; round++) {
      long start = System.nanoTime();
      int before = problems.size();
      String database = "race" + round;
      stores.postgres().createDatabase(database);
      String order = race(database, new Random(round));
      stores.postgres().dropDatabase(database);
      System.out.printf(
          "race: round %d: %s; %d s; %s%n",
          round,
          order,
          Duration.ofNanos(System.nanoTime() - start).toSeconds(),
          problems.subList(before, problems.size()));
    }
    assertThat(stores.complaints()).isEmpty();
    assertThat(problems).isEmpty();
  }

  /** Starts three nodes, each after a while, and waits for what they are to come to. */
  private String race(String database, Random random) throws Exception {
    List<String> roles = new ArrayList<>(List.of("migrate", "web", "worker"));
    Collections.shuffle(roles, random);
    Map<String, Node> nodes = new HashMap<>();
    StringBuilder order = new StringBuilder();
    try {
      for (String role : roles) {
        int wait = nodes.isEmpty() ? 0 : random.nextInt(MOST_SECONDS * 1000 / 2);
        Thread.sleep(wait);
        order.append(order.isEmpty() ? "" : ", ").append(role).append(" +").append(wait);
        nodes.put(role, node(database, role));
      }
      for (Map.Entry<String, Node> node : nodes.entrySet()) {
        check(node.getKey(), node.getValue(), order.toString());
      }
      return order.toString();
    } finally {
      nodes.values().forEach(Node::close);
    }
  }

  private void check(String role, Node node, String order) throws Exception {
    if (role.equals("migrate")) {
      assertThat(node.awaitEnd()).as(order).isZero();
    } else {
      node.await("/readyz", 200);
    }
    Stream.concat(node.said().lines(), node.logged().lines())
        .filter(line -> line.contains("\\n\\tat ") || line.startsWith("\tat "))
        .map(line -> role + " logged a stack: " + line)
        .forEach(problems::add);
  }

  private Node node(String database, String role) throws IOException {
    return stores.node(database, home.resolve(database).resolve(role), role);
  }
}
