package io.eventsec.embedded;

/** An OpenSearch node: a child process, or one in a container. Thread-safe. */
public interface SearchServer {
  /** Base address of its REST interface, {@code http://host:port} without a slash at the end. */
  String url();
}
