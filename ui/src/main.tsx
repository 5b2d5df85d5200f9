/** The entry: asks how the application was started, reads what its first screen needs, and mounts it. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./App";
import { createClient } from "./app/client";
import { readAhead } from "./app/readAhead";
import { openAtStart } from "./app/startView";
import { listenFor } from "./app/useAppEvents";
import { startQuery } from "./ipc/queries";
import "./theme/global.css";

const root = document.getElementById("root");
const client = createClient();

async function start(into: HTMLElement): Promise<void> {
  // For as long as there is a window: what is told meanwhile must not be missed.
  listenFor(client);
  // A failure is kept in the cache and shown by the application.
  const begun = await client.ensureQueryData(startQuery()).catch(() => null);
  openAtStart(begun?.view ?? null);
  await readAhead(client, begun);
  createRoot(into).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
}

if (root) void start(root);
