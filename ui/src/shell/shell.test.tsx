import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

const open = async (options: Options = {}) => {
  const app = renderApp({ at: "/settings", ...options });
  await screen.findByRole("heading", { name: "Settings" });
  return app;
};

describe("The frame", () => {
  const stages = ({ host }: Pick<Awaited<ReturnType<typeof open>>, "host">) =>
    host.calls
      .filter(({ command }) => command === "window_ready")
      .map(({ request }) => (request as { stage: string }).stage);

  it("tells the shell once how far the first screen has come, stage by stage", async () => {
    const app = await open({ at: "/settings", view: "settings" });
    await waitFor(() => expect(stages(app)).toEqual(["painted", "interactive", "complete"]));
    expect(app.host.calls[0]?.command).toBe("app_started");
  });

  it("calls a screen of groups complete once the owners of its rows are there", async () => {
    const app = renderApp({ at: "/groups", view: "groups" });
    const answers: (() => void)[] = [];
    const read = app.host.handlers.group_people_load;
    app.host.handlers.group_people_load = async (request) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return read(request);
    };
    await waitFor(() => expect(answers.length).toBeGreaterThan(0));
    await waitFor(() => expect(stages(app)).toEqual(["painted", "interactive"]));
    const letThrough = setInterval(() => answers.splice(0).forEach((answer) => answer()), 10);
    await waitFor(() => expect(stages(app)).toEqual(["painted", "interactive", "complete"]));
    clearInterval(letThrough);
    expect(document.querySelector(".fui-Skeleton")).toBeNull();
  });

  it("counts the groups that need a decision beside Renewals", async () => {
    await open();
    expect(
      await screen.findByRole("link", { name: "Renewals 8 groups need a decision" }),
    ).toBeVisible();
  });

  it("goes to a screen by two keys and puts the focus on its title", async () => {
    const { user } = await open();
    await user.keyboard("gh");
    await waitFor(() => expect(window.location.hash).toBe("#/"));
    await waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  });

  it("finds a group in the palette without its accents, and opens it", async () => {
    const { user } = await open();
    await user.keyboard("{Control>}k{/Control}");
    const field = await screen.findByRole("combobox", { name: "Search or jump to" });
    await user.type(field, "reseau zur");
    const option = await screen.findByRole("option", { name: /Réseau Zürich/ });
    expect(field).toHaveAttribute("aria-activedescendant", option.id);
    expect(await violations(screen.getByRole("dialog"))).toEqual([]);
    await user.keyboard("{Enter}");
    expect(window.location.hash).toMatch(/^#\/groups\/0000/);
  });

  it("lists the keys, and gives the focus back", async () => {
    const { user } = await open();
    const button = screen.getByRole("button", { name: "Show the keys" });
    await user.click(button);
    expect(await screen.findByText("Go to Renewals")).toBeVisible();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByText("Go to Renewals")).not.toBeInTheDocument());
    await waitFor(() => expect(button).toHaveFocus());
  });

  it("says as of when the groups are while there is no connection", async () => {
    const { user, host } = await open({ state: "offline" });
    expect(await screen.findByText(/No connection\. You see your groups as of/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Try now" }));
    await waitFor(() =>
      expect(host.calls.map(({ command }) => command)).toContain("groups_refresh"),
    );
  });

  it("offers accounts and the way out in the account's menu", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Account: Adele Vance" }));
    const menu = within(await screen.findByRole("menu"));
    expect(menu.getByRole("menuitemradio", { name: /Contoso/ })).toBeChecked();
    await user.click(menu.getByRole("menuitem", { name: "Leave the practice tenant" }));
    expect(await screen.findByRole("heading", { name: "Keep your groups alive" })).toBeVisible();
  });

  it("has an accessible account menu", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Account: Adele Vance" }));
    expect(await violations(await screen.findByRole("menu"))).toEqual([]);
  });

  it("says what happened when the program cannot start", async () => {
    const { host } = renderApp();
    host.handlers.app_started = () => {
      throw new Error("broken");
    };
    expect(await screen.findByText("Tenure could not start")).toBeVisible();
  });
});
