/**
 * Where an element stands on the axis, from the day it is at (`--at`) and the two variables of the time in view
 * (`--from`, `--day`). The browser works it out, and no row is rendered when the time moves.
 */

declare module "react" {
  interface CSSProperties {
    "--at"?: number;
  }
}

export const onAxis = {
  position: "absolute",
  left: "calc((var(--at) - var(--from)) * var(--day))",
} as const;
