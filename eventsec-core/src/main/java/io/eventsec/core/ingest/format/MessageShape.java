package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.template.LeadingTime;
import io.eventsec.core.ingest.template.MessageTemplate;
import java.util.Optional;

/**
 * One kind of message.
 *
 * @param template what it looks like
 * @param section what it means beyond what its gaps say
 */
record MessageShape(MessageTemplate template, TableSection section) {

  Optional<FoundMessage> find(LeadingTime message) {
    return template.match(message).map(gaps -> new FoundMessage(gaps, section));
  }
}
