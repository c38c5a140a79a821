package io.eventsec.cli.rules;

import io.eventsec.core.ruletest.RuleTestResult;
import io.eventsec.core.sigma.SigmaProblem;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what tests of rules gave, in the form that build servers read. */
final class JUnitReport {
  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(Path file, RuleTestRun run) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
      new JUnitReport(xml).suite(run);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("The report could not be written: " + e.getMessage(), e);
    }
  }

  private void suite(RuleTestRun run) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    attribute("name", "eventsec rules test");
    attribute("tests", Long.toString(run.passed() + run.failed() + run.problems().size()));
    attribute("failures", Long.toString(run.failed()));
    attribute("errors", Integer.toString(run.problems().size()));
    attribute("skipped", "0");
    for (Map.Entry<Path, List<RuleTestResult>> rule : run.results().entrySet()) {
      for (RuleTestResult result : rule.getValue()) {
        result(rule.getKey(), result);
      }
    }
    for (SigmaProblem problem : run.problems()) {
      problem(problem);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void result(Path rule, RuleTestResult result) throws XMLStreamException {
    start(rule.toString(), result.test().name());
    if (!result.passed()) {
      xml.writeStartElement("failure");
      attribute("message", TestCommand.what(result));
      text(result.reason());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void problem(SigmaProblem problem) throws XMLStreamException {
    start(problem.file(), "is sound");
    xml.writeStartElement("error");
    attribute("message", CheckCommand.line(problem));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void start(String file, String name) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", file);
    attribute("name", name);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  private void text(String value) throws XMLStreamException {
    xml.writeCharacters(printable(value));
  }

  /** XML has no way to write most control characters, and events may hold them. */
  private static String printable(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?");
  }
}
