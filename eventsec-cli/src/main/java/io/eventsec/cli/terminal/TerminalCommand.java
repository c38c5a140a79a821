package io.eventsec.cli.terminal;

import java.util.concurrent.Callable;

/** A command that speaks to a terminal and answers its exit status. */
public abstract class TerminalCommand implements Callable<Integer> {
  private Terminal terminal = Terminal.system();

  /** Speaks to that one from now on. */
  public final void use(Terminal other) {
    this.terminal = other;
  }

  /** Where it speaks. */
  protected final Terminal terminal() {
    return terminal;
  }
}
