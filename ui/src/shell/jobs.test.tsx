import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

const SLOW = 3_600_000;
const open = async (options: Options = {}) => {
  const app = renderApp({ at: "/settings", ...options });
  await screen.findByRole("heading", { level: 1, name: "Settings" });
  return app;
};
const card = () => screen.findByRole("group", { name: "Adding 120 people to Support Leads" });

describe("Jobs", () => {
  it("show how far they have come and what they wait for", async () => {
    await open({ jobs: "running", change: "waiting", pace: SLOW });
    const job = within(await card());
    expect(job.getByText("60 of 120")).toBeVisible();
    expect(
      job.getByText("The service asked to wait 4 s for 12 of them. The others go on."),
    ).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it("are paused, and go on to their end", async () => {
    const { user, host } = await open({ jobs: "running", pace: SLOW });
    const job = within(await card());
    await user.click(job.getByRole("button", { name: "Pause" }));
    const goOn = await job.findByRole("button", { name: "Go on" });
    host.stage.options.pace = 0;
    await user.click(goOn);
    expect(await job.findByText("120 added")).toBeVisible();
    expect(await job.findByRole("button", { name: "Save result" })).toBeVisible();
  });

  it("are stopped only after it was said how much never will be sent", async () => {
    const { user, host } = await open({ jobs: "paused" });
    await user.click(within(await card()).getByRole("button", { name: "Stop" }));
    const dialog = within(await screen.findByRole("alertdialog"));
    expect(dialog.getByText(/60 items were not sent/)).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Stop" }));
    await waitFor(() => expect(host.stage.world.jobs.at(-1)?.job.state).toBe("cancelled"));
  });

  it("that were interrupted are offered again at the start", async () => {
    await open({ jobs: "interrupted" });
    const job = within(await card());
    expect(job.getByText(/Tenure was closed meanwhile/)).toBeVisible();
    expect(job.getByRole("button", { name: "Go on" })).toBeVisible();
  });

  it("are hidden and shown by the entry of the rail", async () => {
    const { user } = await open({ jobs: "paused" });
    await card();
    const entry = screen.getByRole("button", { name: "Go on?" });
    expect(entry).toHaveAttribute("aria-expanded", "true");
    await user.click(screen.getByRole("button", { name: "Hide the jobs" }));
    expect(screen.queryByRole("region", { name: "Jobs" })).toBeNull();
    await user.click(entry);
    expect(await screen.findByRole("region", { name: "Jobs" })).toBeVisible();
  });

  it("are not shown when there is none", async () => {
    const { host } = await open();
    await waitFor(() => expect(host.calls.map(({ command }) => command)).toContain("jobs_list"));
    expect(screen.queryByRole("region", { name: "Jobs" })).toBeNull();
  });
});
