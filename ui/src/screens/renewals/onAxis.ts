/**
 * Where something stands on the axis, from the days it is at (`--at`, `--to`) and the two variables of the
 * time in view (`--from`, `--day`). The browser works it out, and no row is rendered when the time moves.
 */

declare module "react" {
  interface CSSProperties {
    "--at"?: number;
    "--to"?: number;
  }
}

/** At an instant. */
export const onAxis = {
  position: "absolute",
  left: "calc((var(--at) - var(--from)) * var(--day))",
} as const;

/** From one instant to another. */
export const alongAxis = {
  ...onAxis,
  width: "calc((var(--to) - var(--at)) * var(--day))",
} as const;
