import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp } from "@/testing/renderApp";

describe("Home", () => {
  it("opens with how many groups need a decision, and what else does", async () => {
    renderApp();
    await screen.findByRole("heading", { level: 1, name: "8 groups need a decision" });
    await screen.findByText("1 group is past its expiry");
    await screen.findByText("1 group has no owner with an enabled account");
    expect(screen.getByText("Nobody can renew Field Trials.")).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it("leads from a matter to the groups that it is about", async () => {
    const { user } = renderApp();
    await screen.findByText("1 group has no owner with an enabled account");
    const matter = screen.getByText("Nobody can renew Field Trials.").closest("li")!;
    await user.click(within(matter).getByRole("button", { name: "Show" }));
    await waitFor(() => expect(window.location.hash).toBe("#/groups?filter=noOwner"));
  });

  it("leads from the first group that expires to its place on the timeline", async () => {
    renderApp();
    const chip = await screen.findByRole("link", { name: /8 days · Hiring Loop/ });
    expect(chip).toHaveAttribute("href", expect.stringContaining("/renewals?group="));
  });

  it("says which deleted group is gone for good first, and leads to it", async () => {
    const { user } = renderApp();
    const text = await screen.findByText("Relaunch War Room is gone for good in 3 days.");
    await user.click(within(text.closest("li")!).getByRole("button", { name: "Show" }));
    await waitFor(() => expect(window.location.hash).toBe("#/deleted"));
  });

  it("goes on with a change that did not finish", async () => {
    const { user, host } = renderApp({ jobs: "interrupted" });
    const title = await screen.findByRole("heading", { name: "A change did not finish" });
    await user.click(within(title.closest("li")!).getByRole("button", { name: "Go on" }));
    await waitFor(() => expect(title).not.toBeInTheDocument());
    await waitFor(() => expect(host.stage.world.jobs.at(-1)?.job.state).toBe("finished"));
  });

  it("shows favorites with what comes next for them", async () => {
    renderApp();
    const tile = await screen.findByRole("link", { name: /Hiring Loop.*8 days$/ });
    expect(tile).toHaveAttribute("href", expect.stringContaining("/groups/0000"));
  });

  it("is calm when nothing expires, and says what does not", async () => {
    renderApp({ state: "noPolicy", people: "forbidden", deleted: 0 });
    await screen.findByRole("heading", { level: 1, name: "Nothing needs you today" });
    await screen.findByText("No group of yours has an expiry.");
  });

  it("says what happened when the groups were not read", async () => {
    renderApp({ state: "failed" });
    await screen.findByText("Your groups were not read");
  });

  it("claims nothing about owners that may not be read", async () => {
    renderApp({ people: "forbidden" });
    await screen.findByText("7 groups expire within 30 days");
    await waitFor(() => expect(screen.queryByLabelText("Reading owners and guests")).toBeNull());
    expect(screen.queryByText(/no owner with an enabled account/)).toBeNull();
  });
});
