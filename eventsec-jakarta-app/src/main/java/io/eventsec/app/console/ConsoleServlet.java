package io.eventsec.app.console;

import io.eventsec.app.http.ExchangeFilter;
import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Serves the console: files as they are, and its page for every other path, for the page finds its
 * way by itself.
 */
@WebServlet(urlPatterns = "/")
public class ConsoleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ConsolePath path = ConsolePath.of(request.getServletPath());
    if (path.forbidden() || !send(path, response)) {
      ExchangeFilter.problem(
          request,
          response,
          new ProblemException(ProblemKind.NOT_FOUND, "There is nothing at this path."));
    }
  }

  private boolean send(ConsolePath path, HttpServletResponse response) throws IOException {
    try (InputStream file = getServletContext().getResourceAsStream(path.file())) {
      if (file == null) {
        return false;
      }
      String name = path.file().toLowerCase(Locale.ROOT);
      response.setContentType(ConsolePath.mediaType(name));
      response.setHeader("Cache-Control", path.cacheControl());
      file.transferTo(response.getOutputStream());
      return true;
    }
  }
}
