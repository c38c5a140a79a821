import { Component, type ReactNode } from "react";
import { asProblem } from "../api/problem";
import { ProblemNote } from "./states";

/** A fault of the console itself ends one page, not all of it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault: fault ?? new Error("unknown fault") };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    const fault = this.state.fault instanceof Error ? new Error(this.state.fault.message) : this.state.fault;
    return <ProblemNote problem={asProblem(fault)} retry={() => this.setState({ fault: null })} />;
  }
}
