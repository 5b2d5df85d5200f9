/** The entry: mounts the application. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <main>
        <h1>Tenure</h1>
      </main>
    </StrictMode>,
  );
}
