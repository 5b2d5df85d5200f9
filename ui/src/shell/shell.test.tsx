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
  it("tells the shell once that the first screen is painted, and once that its data is there", async () => {
    const { host } = await open({ at: "/settings", view: "settings" });
    const told = () => host.calls.filter(({ command }) => command === "window_ready");
    await waitFor(() => expect(told().at(-1)?.request).toEqual({ complete: true }));
    expect(told().length).toBeLessThanOrEqual(2);
    expect(host.calls[0]?.command).toBe("app_started");
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
