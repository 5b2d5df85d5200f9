/** Keeps a defect in one screen from taking the window with it. */
import { Component, type ReactNode } from "react";

interface Props {
  fallback: (error: unknown, again: () => void) => ReactNode;
  /** When this changes, the boundary tries again. */
  resetKey?: string;
  children: ReactNode;
}

interface State {
  failed: { error: unknown } | null;
  resetKey: string | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: null, resetKey: props.resetKey };
  }

  override render() {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return this.props.fallback(failed.error, () => this.setState({ failed: null }));
  }
}
