import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { HIRING, layOut, openGroup } from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

describe("How a group is classified", () => {
  it("is chosen from what the tenant offers", async () => {
    await openGroup(HIRING, "settings");
    expect(await screen.findByLabelText("Classification")).toBeEnabled();
    expect(screen.queryByLabelText("Sensitivity label")).toBeNull();
  });

  it("is only shown where there are sensitivity labels, with the reason", async () => {
    await openGroup(HIRING, "settings", { labels: true });
    const label = await screen.findByLabelText("Sensitivity label");
    expect(label).toHaveValue("Confidential");
    expect(label).toHaveAttribute("readonly");
    expect(label).toHaveAccessibleDescription(/is not told with the permissions/);
    expect(screen.queryByLabelText("Classification")).toBeNull();
  });
});
