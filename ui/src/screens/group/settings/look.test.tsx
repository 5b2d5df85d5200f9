import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { HIRING, layOut, openGroup, requestsOf } from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

describe("How a group is classified", () => {
  it("is chosen from what the tenant offers", async () => {
    await openGroup(HIRING, "settings");
    expect(await screen.findByLabelText("Classification")).toBeEnabled();
    expect(screen.queryByLabelText("Sensitivity label")).toBeNull();
  });

  it("is a sensitivity label where there are those, out of what one’s groups have", async () => {
    const { user, host } = await openGroup(HIRING, "settings", { labels: true });
    const label = await screen.findByLabelText("Sensitivity label");
    expect(label).toHaveDisplayValue("Confidential");
    expect(label).toHaveAccessibleDescription(/labels that your own groups have/);
    expect(screen.queryByLabelText("Classification")).toBeNull();

    await user.selectOptions(label, "Highly Confidential");
    await user.click(screen.getByText("Save"));

    await waitFor(() => expect(requestsOf(host.calls, "change_run")).toHaveLength(1));
    const [asked] = requestsOf(host.calls, "change_run");
    expect(asked).toMatchObject({
      changes: { label: { displayName: "Highly Confidential" }, classification: null },
    });
  });
});
