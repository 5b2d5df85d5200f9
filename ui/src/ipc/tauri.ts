/** The shell as host. The only file that imports `@tauri-apps/*`. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

import { APP_EVENT, type AppEvent } from "./bindings";
import type { Host } from "./host";

export const tauriHost: Host = {
  invoke: (command, args) => invoke(command, args),
  listen: (listener) => listen<AppEvent>(APP_EVENT, (event) => listener(event.payload)),
};
