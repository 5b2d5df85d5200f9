import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp } from "@/testing/renderApp";

const step = (name: string) => screen.findByRole("heading", { level: 2, name });

describe("The guided tour", () => {
  it("goes on by what really happens: a renewal, a star, a restore", async () => {
    const { user } = renderApp({ at: "/renewals", groups: 15 });
    await user.click(await screen.findByRole("button", { name: /^New here\?/ }));
    await waitFor(async () => expect(await step("Renew a group")).toHaveFocus());
    expect(await violations(screen.getByRole("region", { name: "Guided tour" }))).toEqual([]);
    await user.click(await screen.findByRole("button", { name: "Renew" }));
    await step("Mark a favorite");
    await user.keyboard("f");
    await step("Bring a group back");
    await user.click(screen.getByRole("button", { name: "Take me there" }));
    await user.click(await screen.findByRole("button", { name: "Restore" }));
    await step("That is all it takes");
    await user.click(screen.getByRole("button", { name: "Done" }));
    expect(screen.queryByRole("region", { name: "Guided tour" })).toBeNull();
  });

  it("is left at any time, and gone on with from the practice panel", async () => {
    const { user } = renderApp({ at: "/settings" });
    await user.click(await screen.findByRole("button", { name: /^New here\?/ }));
    await user.click(await screen.findByRole("button", { name: "Leave the tour" }));
    await user.click(await screen.findByRole("button", { name: "Go on with the tour" }));
    await step("Renew a group");
  });

  it("offers to move the clock where nothing is deleted yet", async () => {
    localStorage.setItem("tenure.adele-practice.tour", "running restore");
    const { user, host } = renderApp({ at: "/settings", groups: 15, deleted: 0 });
    await user.click(await screen.findByRole("button", { name: "Forward a week" }));
    await waitFor(() =>
      expect(host.calls).toContainEqual({ command: "practice_advance", request: { by: "week" } }),
    );
  });
});
