package io.eventsec.app.api;

import io.eventsec.persistence.riskpolicy.RiskPreview;
import java.util.List;

/**
 * What another policy would change of the findings that are not fixed.
 *
 * @param findings how many were looked at
 * @param unknown how many more there are whose facts nobody has noted yet
 * @param changed how many would get another label
 * @param moves how many would get which label instead of which, those that stay too
 * @param examples at most 50 of those that would change, those that change most first
 */
public record RiskPreviewJson(
    long findings, long unknown, long changed, List<Move> moves, List<Example> examples) {

  static RiskPreviewJson of(RiskPreview preview) {
    return new RiskPreviewJson(
        preview.findings(),
        preview.unknown(),
        preview.changed(),
        preview.moves().stream()
            .map(one -> new Move(Values.name(one.from()), Values.name(one.to()), one.findings()))
            .toList(),
        preview.examples().stream().map(Example::of).toList());
  }

  /**
   * Findings that go from one label to another, or stay.
   *
   * @param from the label that they have
   * @param to the label that they would get
   * @param findings how many
   */
  public record Move(String from, String to, long findings) {}

  /**
   * A finding that would change.
   *
   * @param id of the finding
   * @param vulnerability its id
   * @param hostname of the asset
   * @param component its name
   * @param version of the component
   * @param from the label that it has
   * @param to the label that it would get
   * @param reasons of the new label; none for low
   * @param alike how many findings have the same facts and label, this one too
   */
  public record Example(
      String id,
      String vulnerability,
      String hostname,
      String component,
      String version,
      String from,
      String to,
      List<String> reasons,
      long alike) {
    static Example of(RiskPreview.Example example) {
      return new Example(
          Long.toString(example.id()),
          example.vulnerability(),
          example.hostname(),
          example.component(),
          example.version(),
          Values.name(example.from()),
          Values.name(example.to()),
          example.reasons(),
          example.alike());
    }
  }
}
