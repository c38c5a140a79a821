package io.eventsec.app.api;

import io.eventsec.app.http.Problem;
import io.eventsec.app.http.ProblemKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the description of each operation the problems that follow from what it is: who may call
 * it, what it takes. What an operation answers beyond those it declares itself.
 */
public final class DocumentedProblems implements OASFilter {
  private static final String SCHEMA = "Problem";
  private static final Set<PathItem.HttpMethod> CHANGING =
      Set.of(
          PathItem.HttpMethod.POST,
          PathItem.HttpMethod.PUT,
          PathItem.HttpMethod.PATCH,
          PathItem.HttpMethod.DELETE);

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() == null) {
      return;
    }
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents().addSchema(SCHEMA, problem());
    api.getPaths().getPathItems().values().forEach(DocumentedProblems::complete);
  }

  private static void complete(PathItem item) {
    item.getOperations().forEach(DocumentedProblems::complete);
  }

  private static void complete(PathItem.HttpMethod method, Operation operation) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    for (ProblemKind kind : kinds(method, operation)) {
      add(operation, Integer.toString(kind.status()), kind.title());
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (status.charAt(0) >= '4' && response.getContent() == null) {
                response.setContent(content());
              }
            });
  }

  private static Set<ProblemKind> kinds(PathItem.HttpMethod method, Operation operation) {
    Set<ProblemKind> kinds = new LinkedHashSet<>();
    if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
      kinds.add(ProblemKind.UNAUTHENTICATED);
      kinds.add(ProblemKind.FORBIDDEN);
    }
    if (operation.getRequestBody() != null) {
      kinds.addAll(
          List.of(
              ProblemKind.BAD_REQUEST,
              ProblemKind.TOO_LARGE,
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              ProblemKind.INVALID));
    }
    if (has(operation, Parameter.In.PATH)) {
      kinds.add(ProblemKind.NOT_FOUND);
    }
    if (has(operation, Parameter.In.QUERY)) {
      kinds.add(ProblemKind.INVALID);
    }
    if (has(operation, Parameter.In.HEADER) && CHANGING.contains(method)) {
      ifMatch(operation, kinds);
    }
    kinds.addAll(List.of(ProblemKind.NOT_ACCEPTABLE, ProblemKind.INTERNAL));
    kinds.add(ProblemKind.UNAVAILABLE);
    return kinds;
  }

  private static void ifMatch(Operation operation, Set<ProblemKind> kinds) {
    if (operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()))) {
      kinds.add(ProblemKind.PRECONDITION_FAILED);
      kinds.add(ProblemKind.PRECONDITION_REQUIRED);
    }
  }

  private static boolean has(Operation operation, Parameter.In place) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> p.getIn() == place);
  }

  private static void add(Operation operation, String status, String title) {
    if (!operation.getResponses().hasAPIResponse(status)) {
      APIResponse response = OASFactory.createAPIResponse().description(title);
      operation.getResponses().addAPIResponse(status, response);
    }
  }

  private static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
  }

  private static Schema problem() {
    Schema error =
        schema(Schema.SchemaType.OBJECT, "What is wrong with one value")
            .properties(
                Map.of(
                    "field", schema(Schema.SchemaType.STRING, "which"),
                    "value", schema(Schema.SchemaType.STRING, "what was given; never a secret"),
                    "rule", schema(Schema.SchemaType.STRING, "what it broke"),
                    "cure", schema(Schema.SchemaType.STRING, "what to do")));
    return schema(Schema.SchemaType.OBJECT, "An error answer, RFC 9457")
        .addProperty("type", schema(Schema.SchemaType.STRING, "the kind, for programs: a URN"))
        .addProperty("title", schema(Schema.SchemaType.STRING, "the kind, for people"))
        .addProperty("status", schema(Schema.SchemaType.INTEGER, "the HTTP status"))
        .addProperty("detail", schema(Schema.SchemaType.STRING, "what happened and what to do"))
        .addProperty("instance", schema(Schema.SchemaType.STRING, "the path that was asked for"))
        .addProperty("correlationId", schema(Schema.SchemaType.STRING, "finds the log lines"))
        .addProperty(
            "errors",
            schema(Schema.SchemaType.ARRAY, "what is wrong with the values given").items(error));
  }

  private static Schema schema(Schema.SchemaType type, String description) {
    return OASFactory.createSchema().addType(type).description(description);
  }
}
