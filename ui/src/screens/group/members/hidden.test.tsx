import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { DESIGN, layOut, membersListed, openGroup } from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

describe("The members of a group with hidden membership", () => {
  it("are said to need a permission, and not to be nobody", async () => {
    const { user } = await openGroup(DESIGN, "members", { canReadHidden: false });
    expect(await screen.findByText("The members are hidden")).toBeVisible();
    expect(screen.getByText(/needs Member\.Read\.Hidden/)).toBeVisible();
    expect(screen.queryByText("No member who is no owner")).toBeNull();
    // Whether an owner is a member is not told either.
    expect(screen.queryByText("not a member: no Planner")).toBeNull();

    await user.click(screen.getByRole("button", { name: "Ask for it in Settings" }));
    await user.click(await screen.findByRole("button", { name: "Ask to see hidden members" }));
    expect(await screen.findByText(/You can now see who is in/)).toBeVisible();
  });

  it("are listed with the permission", async () => {
    await openGroup(DESIGN, "members");
    await membersListed();
    expect(screen.queryByText("The members are hidden")).toBeNull();
  });
});
