/** The screen to begin with. */
import type { StartView } from "@/ipc/bindings";
import { links } from "@/lib/links";

/** Opens the screen that the command line named, before anything is drawn. */
export function openAtStart(view: StartView | null): void {
  if (view) window.location.hash = links[view];
}
