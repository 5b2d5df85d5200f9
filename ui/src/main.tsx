/** The entry: asks how the application was started, and mounts it. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./App";
import { createClient } from "./app/client";
import { openAtStart } from "./app/startView";
import { startQuery } from "./ipc/queries";
import "./theme/global.css";

const root = document.getElementById("root");
const client = createClient();

async function start(into: HTMLElement): Promise<void> {
  // A failure is kept in the cache and shown by the application.
  const begun = await client.ensureQueryData(startQuery()).catch(() => null);
  openAtStart(begun?.view ?? null);
  createRoot(into).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
}

if (root) void start(root);
