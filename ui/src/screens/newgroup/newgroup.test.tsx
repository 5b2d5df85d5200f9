import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

async function open(options: Options = {}) {
  const app = renderApp({ at: "/groups/new", groups: 3, pace: 0, ...options });
  const form = within(await screen.findByRole("dialog", { name: "New group" }));
  // The name has the focus once the form is there.
  await waitFor(() => expect(form.getByLabelText(/^Name/)).toHaveFocus());
  return { ...app, form };
}

type App = Awaited<ReturnType<typeof open>>;
const sent = ({ host }: App, command: string) =>
  host.calls.filter((call) => call.command === command).map(({ request }) => request);
const created = (app: App) =>
  (sent(app, "plan_make") as { kind: string; group: Record<string, unknown> }[]).at(-1)?.group;
const createButton = ({ form }: App) => form.getByText("Create").closest("button")!;
const ready = (app: App) =>
  waitFor(() => expect(createButton(app)).not.toHaveAttribute("aria-disabled", "true"));

describe("a new group", () => {
  it("has its alias from its name until somebody types another one", async () => {
    const app = await open();
    const { user, form } = app;
    await user.keyboard("Choir Room");
    await waitFor(() => expect(form.getByLabelText(/^Alias/)).toHaveValue("choir-room"));
    await user.clear(form.getByLabelText(/^Alias/));
    await user.type(form.getByLabelText(/^Alias/), "choir");
    await user.type(form.getByLabelText(/^Name/), " 2");
    await form.findByText("Name and alias would be accepted.");
    expect(form.getByLabelText(/^Alias/)).toHaveValue("choir");
  });

  it("is put right with one press where the naming rule wants another name", async () => {
    const app = await open({ naming: "prefix" });
    const { user, form } = app;
    await user.keyboard("Choir Room");
    await form.findByText("Your company’s naming rule wants “HR ” in front.");
    expect(createButton(app)).toHaveAttribute("aria-disabled", "true");
    await user.click(form.getByText("Use “HR Choir Room”"));
    expect(form.getByLabelText(/^Name/)).toHaveValue("HR Choir Room");
    await form.findByText("Name and alias would be accepted.");
    await ready(app);
  });

  it("gets another alias with one press where that one is taken", async () => {
    const { user, form } = await open();
    await user.keyboard("Choir Room");
    await user.clear(form.getByLabelText(/^Alias/));
    await user.type(form.getByLabelText(/^Alias/), "hiring-loop");
    await form.findByText("Another group has this alias.");
    await user.click(form.getByText("Use “hiring-loop-2”"));
    await form.findByText("Name and alias would be accepted.");
  });

  it("begins with a sensitivity label where the tenant has those", async () => {
    const app = await open({ labels: true });
    const { user, form } = app;
    await user.keyboard("Choir Room");
    expect(form.queryByLabelText("Classification")).toBeNull();
    await user.click(await form.findByLabelText("Sensitivity label"));
    await user.click(screen.getByRole("option", { name: "Confidential" }));
    await ready(app);
    await user.click(createButton(app));
    await waitFor(() =>
      expect(created(app)).toMatchObject({
        label: { displayName: "Confidential" },
        classification: null,
      }),
    );
  });

  it("is checked as far as is known while there is no connection", async () => {
    const { user, form } = await open({ state: "offline" });
    await user.keyboard("Choir Room");
    await form.findByText("No connection: only length and characters were checked.");
  });

  it("says what will be done before it is, and opens on its own screen afterwards", async () => {
    const app = await open();
    const { user, form } = app;
    await user.keyboard("Choir Room");
    await user.click(form.getByText("Hidden membership"));
    await form.findByText(/^A group with 1 owner and 1 member\. \d+ request/);
    await ready(app);
    await user.click(createButton(app));
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/groups\/(?!new)/));
    expect(created(app)).toMatchObject({
      displayName: "Choir Room",
      mailNickname: "choir-room",
      visibility: "hiddenMembership",
      meAsMember: true,
    });
    expect(sent(app, "plan_run")).toHaveLength(1);
  });

  it("takes several pasted addresses, and names those that nobody has", async () => {
    const app = await open();
    const { user, form } = app;
    await user.keyboard("Choir Room");
    const addresses = "megan.bowen@contoso.example; Nestor Wilke\nnobody@contoso.example";
    fireEvent.paste(form.getByLabelText("Members"), {
      clipboardData: { getData: () => addresses },
    });
    await form.findByText(/^1 was not found: nobody@contoso\.example/);
    await waitFor(() =>
      expect(
        (created(app)?.members as { displayName: string }[]).map((m) => m.displayName),
      ).toEqual(expect.arrayContaining(["Megan Bowen", "Nestor Wilke"])),
    );
  });

  it("keeps what was typed when it is closed and opened again", async () => {
    const { user, form } = await open();
    await user.keyboard("Choir Room");
    await user.click(form.getByText("Not now"));
    await waitFor(() => expect(screen.queryByRole("dialog", { name: "New group" })).toBeNull());
    window.location.hash = "/groups/new";
    const again = within(await screen.findByRole("dialog", { name: "New group" }));
    expect(again.getByLabelText(/^Name/)).toHaveValue("Choir Room");
  });

  it("that is refused leaves everything where it was, and says why", async () => {
    const app = await open({ change: "nameRefused" });
    const { user, form } = app;
    await user.keyboard("Choir Room");
    await ready(app);
    await user.click(createButton(app));
    await form.findByText(/Your company’s naming rule refuses the name/);
    expect(form.getByText(/Everything you typed is still here/)).toBeInTheDocument();
    expect(form.getByLabelText(/^Name/)).toHaveValue("Choir Room");
    expect(window.location.hash).toBe("#/groups/new");
  });

  it("cannot be made without the permission, which is named", async () => {
    const app = await open({ canManage: false });
    await app.user.keyboard("Choir Room");
    await app.form.findByText(/needs Group\.ReadWrite\.All/);
    expect(createButton(app)).toHaveAttribute("aria-disabled", "true");
  });

  it("has no accessibility violations, with findings", async () => {
    const { user, form } = await open({ naming: "prefix" });
    await user.keyboard("Payroll Room");
    await form.findByText(/blocks the word/);
    expect(await violations(screen.getByRole("dialog"))).toEqual([]);
  }, 60_000);
});
