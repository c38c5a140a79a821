package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The runbooks as texts; {@link RunbooksIT} runs what is in them. */
class RunbookTest {
  private static final List<String> PAGES =
      List.of(
          "database-away",
          "disk-full",
          "journal-grows",
          "reader-lags",
          "restore",
          "search-away",
          "upgrade");

  @Test
  void everyPage_isThereAndInTheIndex() throws IOException {
    assertThat(Runbook.all()).extracting(Runbook::name).isEqualTo(PAGES);
    for (String page : PAGES) {
      assertThat(Runbook.index()).contains("(" + page + ".md)");
    }
  }

  @Test
  void everyPage_hasTheSameSections_andSomethingToRunInTheLastTwo() throws IOException {
    for (Runbook page : Runbook.all()) {
      assertThat(page.sections()).as(page.name()).isEqualTo(Runbook.SECTIONS);
      assertThat(page.blocks())
          .as("blocks of " + page.name())
          .extracting(Runbook.Block::section)
          .contains("Steps", "Over")
          .isSubsetOf("Symptom", "Steps", "Over");
    }
  }

  @Test
  void everyBlock_isOneThatIsRun_orWhatItPrints() throws IOException {
    for (Runbook page : Runbook.all()) {
      assertThat(page.languages()).as(page.name()).isSubsetOf("sh", "text");
    }
  }

  @Test
  void everyMessageAndMetric_isKnown() throws IOException {
    String messages = Files.readString(Sources.root().resolve("docs/TROUBLESHOOTING.md"));
    String metrics = Files.readString(Sources.root().resolve("docs/OPERATIONS.md"));
    for (Runbook page : Runbook.all()) {
      named("EVS\\d{4}", page).forEach(id -> assertThat(messages).contains("### " + id));
      named("`eventsec_[a-z_]+", page).forEach(metric -> assertThat(metrics).contains(metric));
    }
    assertThat(Runbook.all().stream().flatMap(page -> named("EVS\\d{4}", page).stream()))
        .isNotEmpty();
  }

  @Test
  void whatIsPrinted_isFoundLineByLine() {
    Runbook page =
        new Runbook(
            "x",
            "# X\n\n## Steps\n\n```sh status=4\nfalse\n```\n\n```text\na ... c\nd\n```\n\n## Over\n");
    Runbook.Block block = page.blocks().get(0);
    assertThat(block.section()).isEqualTo("Steps");
    assertThat(block.status()).isEqualTo(4);
    assertThat(block.missingIn("x\na b c\nd")).isEmpty();
    assertThat(block.missingIn("a\nc\nd")).containsExactly("a ... c");
  }

  private static List<String> named(String pattern, Runbook page) {
    return Pattern.compile(pattern).matcher(page.text()).results().map(m -> m.group()).toList();
  }
}
