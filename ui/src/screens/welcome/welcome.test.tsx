import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import type { ErrorCode } from "@/ipc/bindings";
import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

const CLIENT = "5f1c2f7e-0d0b-4a5e-9b51-1f6b7c0d9a2e";

const open = async (options: Options = {}) => {
  const app = renderApp({ state: "signedOut", ...options });
  await screen.findByRole("heading", { name: "Keep your groups alive" });
  return app;
};

const fillIn = async ({ user }: Awaited<ReturnType<typeof open>>) => {
  await user.click(screen.getByLabelText("Tenant"));
  await user.paste("contoso.example");
  await user.click(screen.getByLabelText("Application ID"));
  await user.paste(CLIENT);
};

describe("Welcome", () => {
  it.each(["light", "dark", "highContrast"] as const)(
    "is accessible in %s colours",
    async (theme) => {
      await open({ theme });
      expect(await violations()).toEqual([]);
    },
  );

  it("enters the practice tenant with one click", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Explore" }));
    expect(await screen.findByRole("navigation", { name: "Screens" })).toBeVisible();
    expect(screen.getByText("Nothing here is real")).toBeVisible();
  });

  it("shows the groups also when the shell tells of the session before it answers", async () => {
    const { user, host } = await open();
    const enter = host.handlers.practice_enter;
    host.handlers.practice_enter = async (request) => {
      const session = await enter(request);
      host.stage.emit({ kind: "changed", tags: ["session", "groups"] });
      await screen.findByRole("navigation", { name: "Screens" });
      return session;
    };
    await user.click(screen.getByRole("button", { name: "Explore" }));
    await user.click(await screen.findByRole("link", { name: "Groups" }));
    expect(await screen.findByRole("grid", { name: "Your groups" })).toBeVisible();
  });

  it("says beside the field what is wrong, and sends nothing", async () => {
    const { user, host } = await open();
    await user.type(screen.getByLabelText("Tenant"), "not a tenant");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(screen.getByLabelText("Tenant")).toHaveAccessibleDescription(/A domain such as/);
    expect(screen.getByLabelText("Application ID")).toHaveAccessibleDescription(/An ID such as/);
    expect(screen.getByLabelText("Tenant")).toHaveFocus();
    expect(host.calls.map(({ command }) => command)).not.toContain("sign_in_browser");
  });

  it("asks for addresses when the cloud is another one", async () => {
    const { user } = await open();
    await user.selectOptions(screen.getByLabelText("Cloud"), "custom");
    await user.type(screen.getByLabelText("Graph URL"), "http://graph.example/v1.0");
    await user.tab();
    expect(screen.getByLabelText("Graph URL")).toHaveAccessibleDescription(/https/);
  });

  it("shows that the browser is waited for, and cancels without an error", async () => {
    const app = await open();
    await fillIn(app);
    await app.user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("heading", { name: "Go on in your browser" })).toHaveFocus();
    await app.user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(await screen.findByLabelText("Tenant")).toHaveValue("contoso.example");
    expect(app.host.calls.map(({ command }) => command)).toContain("sign_in_cancel");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("shows a code with the time that it still works", async () => {
    const app = await open();
    await fillIn(app);
    await app.user.click(screen.getByRole("button", { name: /Use a code/ }));
    expect(await screen.findByText("FJHT-KWPD")).toBeVisible();
    expect(screen.getByRole("timer")).toHaveTextContent(/1[45]:\d\d/);
    await waitFor(async () => expect(await violations()).toEqual([]));
  });

  it.each<[ErrorCode, string]>([
    ["tenantUnknown", "contoso.example"],
    ["clientUnknown", "application ID is not known"],
    ["adminConsentRequired", "An administrator has to approve"],
    ["consentDeclined", "The permissions were declined"],
    ["signInTimedOut", "took too long"],
    ["clockWrong", "14 minutes"],
    ["offline", "No connection"],
    ["registrationWrong", "Allow public client flows"],
  ])("explains %s and keeps what was typed", async (signIn, words) => {
    const app = await open({ signIn });
    await fillIn(app);
    await app.user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByText("You are not signed in")).toBeVisible();
    const said = screen.getAllByRole("alert").map((alert) => alert.textContent);
    expect(said.join(" ")).toContain(words);
    expect(screen.getByLabelText("Application ID")).toHaveValue(CLIENT);
  });

  it("names each permission with its reason and gives the link for an administrator", async () => {
    const app = await open();
    await fillIn(app);
    await app.user.click(screen.getByRole("button", { name: "See which and why" }));
    expect(await screen.findByText("Group.ReadWrite.All")).toBeVisible();
    expect(screen.getByText("Renewing groups and marking favorites.")).toBeVisible();
    await app.user.click(screen.getByRole("button", { name: /Copy the request/ }));
    expect(await navigator.clipboard.readText()).toContain("adminconsent");
  });
});
