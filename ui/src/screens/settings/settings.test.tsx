import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

const open = async (options: Options = {}) => {
  const app = renderApp({ at: "/settings", ...options });
  await screen.findByRole("heading", { name: "Settings" });
  await screen.findByText("/home/adele/.local/share/tenure");
  return app;
};

const section = (name: string) => within(screen.getByRole("region", { name }));

/** Where nothing has a size, the keeper of the focus may take a dialog for hidden; what one sees is not. */
const SEEN = { hidden: true };

describe("Settings", () => {
  it.each(["light", "dark", "highContrast"] as const)(
    "is accessible in %s colours",
    async (theme) => {
      await open({ theme });
      await screen.findByText("Group.ReadWrite.All");
      expect(await violations()).toEqual([]);
    },
  );

  it("changes the colours at once and keeps them", async () => {
    const { user, host, container } = await open();
    await user.click(screen.getByRole("radio", { name: "Dark" }));
    expect(container.querySelector("[data-theme=dark]")).toBeInTheDocument();
    await waitFor(() =>
      expect(host.calls).toContainEqual({
        command: "settings_set",
        request: expect.objectContaining({ theme: "dark", tokenProtection: "keychain" }) as unknown,
      }),
    );
  });

  it("turns notices off, and keeps when they come otherwise", async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole("switch", { name: "Tell me before my groups expire" }));
    await waitFor(() =>
      expect(host.calls).toContainEqual({
        command: "settings_set",
        request: expect.objectContaining({
          notices: expect.objectContaining({ enabled: false, at: "09:00:00" }) as unknown,
        }) as unknown,
      }),
    );
    expect(await screen.findByText(/^Notices are off/)).toBeVisible();
  });

  it("says what is in force when there is no keychain", async () => {
    await open({ keychain: "absent" });
    const protection = section("How your sign-in is kept");
    expect(protection.getByText(/no keychain that Tenure can use/)).toBeVisible();
    expect(protection.getByText(/In force now: Nowhere/)).toBeVisible();
    expect(protection.getByRole("radio", { name: /In the system/ })).toBeDisabled();
  });

  it("asks for the permission to change groups when it is missing", async () => {
    const { user } = await open({ canManage: false });
    const permissions = section("Permissions");
    await user.click(permissions.getByRole("button", { name: /Ask for the permission/ }));
    expect(await permissions.findByText("You can see your groups and change them.")).toBeVisible();
  });

  it("asks for the tenant's policies when that permission alone is missing", async () => {
    const { user, host } = await open({ canReadPolicies: false });
    await user.click(
      await screen.findByRole("button", { name: "Ask to read how long groups live" }),
    );
    expect(
      await screen.findByText("Tenure can now tell how long a renewed group lives."),
    ).toBeVisible();
    const asked = host.calls.find(({ command }) => command === "permissions_request");
    expect(asked?.request).toEqual({ step: "policies" });
  });

  it("explains a refused permission where it was asked for", async () => {
    const { user } = await open({ canManage: false, signIn: "adminConsentRequired" });
    await user.click(screen.getByRole("button", { name: /Ask for the permission/ }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("The permission was not granted");
    expect(alert).toHaveTextContent("An administrator has to approve this first");
    expect(within(alert).getByRole("button", { name: /Copy the request/ })).toBeVisible();
  });

  it("removes everything only after it said how much that is", async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole("button", { name: "Remove everything…" }));
    const dialog = await screen.findByRole("alertdialog", SEEN);
    expect(dialog).toHaveTextContent("1.3 MB");
    await user.click(within(dialog).getByRole("button", { name: "Remove everything", ...SEEN }));
    expect(await screen.findByRole("heading", { name: "Keep your groups alive" })).toBeVisible();
    expect(host.calls.map(({ command }) => command)).toContain("storage_clear");
  });

  it("names the files that were set aside", async () => {
    await open({ keychain: "locked" });
    expect(screen.getByText("1 file was found damaged and set aside:")).toBeVisible();
    expect(screen.getByText("accounts.json.damaged")).toBeVisible();
  });

  it("signs out here only, or in the browser as well, as one chooses", async () => {
    const { user, host } = await open({ cloud: "global" });
    await user.click(screen.getByRole("button", { name: /^Sign out Adele Vance/ }));
    const dialog = await screen.findByRole("alertdialog", SEEN);
    expect(await violations(dialog)).toEqual([]);
    await user.click(within(dialog).getByLabelText(/Also sign out in the browser/));
    await user.click(within(dialog).getByRole("button", { name: "Sign out", ...SEEN }));
    expect(await screen.findByRole("heading", { name: "Keep your groups alive" })).toBeVisible();
    const asked = host.calls.find(({ command }) => command === "sign_out");
    expect(asked?.request).toEqual({ accountId: "adele-global", browser: true });
  });

  it("leaves the practice tenant and comes to Welcome", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Leave the practice tenant" }));
    expect(await screen.findByRole("heading", { name: "Keep your groups alive" })).toBeVisible();
  });

  it("moves the practice clock and says where it stands", async () => {
    const { user } = await open();
    await user.click(section("Practice tenant").getByRole("button", { name: "+1 week" }));
    expect(await section("Practice tenant").findByText(/Its clock: .*30/)).toBeVisible();
  });

  it("starts the practice tenant anew with the sizes that were given", async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole("button", { name: "Start anew…" }));
    const dialog = within(await screen.findByRole("alertdialog", SEEN));
    const groups = dialog.getByLabelText("Groups");
    await user.clear(groups);
    await user.type(groups, "120");
    await user.click(dialog.getByRole("button", { name: "Start anew" }));
    await waitFor(() =>
      expect(host.calls).toContainEqual({
        command: "practice_reset",
        request: { groups: 120, users: 240 },
      }),
    );
  });
});
