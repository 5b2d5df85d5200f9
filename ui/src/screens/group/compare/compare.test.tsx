import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import { HIRING, layOut, openGroup, requestsOf, BRAND } from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

async function openCompare(item: RegExp) {
  const app = await openGroup(HIRING, "overview");
  await app.user.click(screen.getByRole("button", { name: "More about this group" }));
  await app.user.click(await screen.findByRole("menuitem", { name: item }));
  const field = await screen.findByRole("combobox", { name: "Another group of yours" });
  await app.user.type(field, "brand");
  await app.user.click(await screen.findByRole("option", { name: /Brand Playbook/ }));
  return app;
}

describe("Comparing with another group", () => {
  it("lists who is only here, in both and only there, with counts", async () => {
    const { user } = await openCompare(/Compare/);
    const drawer = await screen.findByRole("complementary", { name: "Compare Hiring Loop" });
    const both = await within(drawer).findByRole("button", { name: /^In both \d+$/ });
    expect(
      within(drawer).getByRole("button", { name: /^Only here \d+$/, pressed: true }),
    ).toBeVisible();
    expect(await violations()).toEqual([]);
    await user.click(both);
    const people = await within(drawer).findByRole("region", { name: "In both" });
    expect(within(people).getAllByRole("listitem").length).toBeGreaterThan(0);
  });

  it("copies the people who are missing there, after saying what that costs", async () => {
    const { user, host } = await openCompare(/Copy people/);
    const copy = await screen.findByRole("button", { name: /^Copy \d+ people to Brand Playbook$/ });
    await screen.findByText(/people in \d request.*Nothing has been written yet/);
    await user.click(copy);
    await waitFor(() => expect(requestsOf(host.calls, "plan_run")).toHaveLength(1));
    expect(requestsOf(host.calls, "plan_make")).toEqual([
      { kind: "copyPeople", fromId: HIRING, toId: BRAND },
    ]);
  });

  it("copies the other way round as well", async () => {
    const { user, host } = await openCompare(/Compare/);
    await user.click(await screen.findByRole("button", { name: "The other way round" }));
    await screen.findByRole("button", { name: /^Copy \d+ people to Hiring Loop$/ });
    await waitFor(() =>
      expect(requestsOf(host.calls, "plan_make").at(-1)).toEqual({
        kind: "copyPeople",
        fromId: BRAND,
        toId: HIRING,
      }),
    );
  });
});
