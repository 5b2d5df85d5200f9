import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import { renderApp, type Options } from "@/testing/renderApp";

// jsdom lays nothing out; what scrolls draws the rows that fit into this.
beforeEach(() => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(1200);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(1200);
});
afterEach(() => vi.restoreAllMocks());

async function open(area = "", options: Options = {}) {
  const app = renderApp({ at: `/policies${area && `/${area}`}`, groups: 20, ...options });
  await screen.findByRole("navigation", { name: "Areas" });
  return app;
}

type App = Awaited<ReturnType<typeof open>>;
const sent = ({ host }: App, command: string) =>
  host.calls.filter((call) => call.command === command).map(({ request }) => request);

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function save({ user }: App): Promise<HTMLElement> {
  await user.click(await screen.findByText("Look and save"));
  const dialog = await screen.findByRole("alertdialog");
  await within(dialog).findByText(/undone afterwards/);
  return dialog;
}

describe("an owner", () => {
  it("reads why a group was deleted, who may create one, and why a name is refused", async () => {
    await open("", { administrator: false, naming: "prefix", creation: "group" });
    await screen.findByText("Most likely nobody renewed it for 180 days");
    await screen.findByText(/members of “Group Makers” and administrators do/);
    type("Try a name", "Payroll");
    await screen.findByText("Your company’s naming rule wants “HR ” in front.");
    await screen.findByText("Your company’s naming rule blocks the word “payroll”.");
    await screen.findByText("HR Payroll");
    expect(await violations(screen.getByRole("main"))).toEqual([]);
  });

  it("sees what is set and which roles can change it, and can change nothing", async () => {
    await open("expiration", { administrator: false });
    await screen.findByText(/Who can change it: Global Administrator, Groups Administrator/);
    expect(screen.getByLabelText("Lifetime")).toBeDisabled();
    expect(screen.queryByText("Remove the policy")).toBeNull();
    await screen.findByRole("grid", { name: "Group by group" });
    expect(await violations(screen.getByRole("main"))).toEqual([]);
  });

  it("is told which permission is missing where nothing can be read", async () => {
    await open("naming", { canReadPolicies: false });
    await screen.findByText("These settings were not read");
  });
});

describe("how long groups live", () => {
  it("is changed after a look at what that comes to, and can be undone", async () => {
    const app = await open("expiration");
    await app.user.click(await screen.findByText("90 days"));
    const dialog = await save(app);
    within(dialog).getByText("180 days");
    within(dialog).getByText("90 days");
    within(dialog).getByText(/would be deleted within 60 days/);
    expect(await violations(dialog)).toEqual([]);
    expect(sent(app, "change_run")).toEqual([]);
    await app.user.click(within(dialog).getByText("Save"));
    await screen.findByText(/Groups live 90 days/);
    await app.user.click(await screen.findByText("Undo"));
    await screen.findByText(/Groups live 180 days/);
    expect(sent(app, "change_run")).toEqual([
      expect.objectContaining({
        kind: "policyExpiration",
        before: expect.objectContaining({ lifetimeDays: 180 }) as object,
        after: expect.objectContaining({ lifetimeDays: 90 }) as object,
      }),
    ]);
  });

  it("takes no lifetime and no address that the service would refuse", async () => {
    await open("expiration");
    await screen.findByLabelText("Lifetime");
    type("Lifetime", "29");
    await screen.findByText("At least 30 days.");
    type("Who is written to about groups without owners", "nobody");
    await screen.findByText("This is no mail address: nobody");
    expect(screen.getByText("Look and save")).toHaveAttribute("aria-disabled", "true");
  });

  it("is set for selected groups, which are ticked and saved together", async () => {
    const app = await open("expiration", { managed: "selected" });
    await app.user.click(await screen.findByText("Choose groups"));
    const drawer = await screen.findByRole("dialog");
    const boxes = await within(drawer).findAllByRole("checkbox");
    for (const box of boxes.slice(0, 3)) await app.user.click(box);
    await within(drawer).findByText("3 of 500 selected");
    await app.user.click(within(drawer).getByText("Done"));
    const dialog = await save(app);
    within(dialog).getByText("Let 3 more groups expire?");
    await app.user.click(within(dialog).getByText("Save"));
    await waitFor(() => expect(sent(app, "plan_run")).toHaveLength(1));
    await screen.findByText(/Selected groups live 180 days: 3 of/);
    const [request] = sent(app, "plan_make") as { groupIds: string[] }[];
    expect(request).toMatchObject({ kind: "policySelection", covered: true });
    expect(request?.groupIds).toHaveLength(3);
  });

  it("shows what somebody else set meanwhile, and overwrites nothing unasked", async () => {
    const app = await open("expiration");
    await app.user.click(await screen.findByText("90 days"));
    const { policies } = app.host.stage.world;
    policies.expiration = { ...policies.expiration!, lifetimeDays: 365 };
    await app.user.click(await screen.findByText("Look and save"));
    const dialog = await screen.findByRole("alertdialog");
    await within(dialog).findByText("Nothing was changed");
    await app.user.click(within(dialog).getByText("Close"));
    const conflict = await screen.findByLabelText("Somebody else changed this meanwhile");
    await app.user.click(within(conflict).getByText("Theirs: 365 days"));
    await app.user.click(within(conflict).getByText("Go on with this"));
    await waitFor(() => expect(screen.getByLabelText("Lifetime")).toHaveValue("365"));
    expect(sent(app, "change_run")).toEqual([]);
  });

  it("begins where there was no policy", async () => {
    const app = await open("expiration", { state: "noPolicy" });
    await app.user.click(await screen.findByText("Set how long groups live"));
    const dialog = await save(app);
    await app.user.click(within(dialog).getByText("Save"));
    await screen.findByText(/Groups live 180 days/);
    expect(sent(app, "change_run")).toEqual([expect.objectContaining({ before: null })]);
  });
});

describe("what groups are called", () => {
  it("is put together from parts by keyboard, shown live, and saved as the whole set", async () => {
    const app = await open("naming", { naming: "prefix" });
    const name = await screen.findByLabelText("Move Group name, part 2 of 2");
    fireEvent.keyDown(name, { key: "ArrowLeft", altKey: true });
    await waitFor(() =>
      expect(screen.getByLabelText("The same as text")).toHaveValue("[GroupName]HR "),
    );
    await screen.findAllByText("Hiring LoopHR", { exact: false });
    const dialog = await save(app);
    await within(dialog).findByText(/groups would not fit/);
    await app.user.click(within(dialog).getByText("Save"));
    await waitFor(() => expect(sent(app, "change_run")).toHaveLength(1));
    const [request] = sent(app, "change_run") as { after: { name: string; value: string }[] }[];
    expect(request?.after).toContainEqual({
      name: "PrefixSuffixNamingRequirement",
      value: "[GroupName]HR ",
    });
    expect(request?.after).toContainEqual({ name: "AllowRoomsInGroups", value: "Sometimes" });
  });

  it("says what the service would refuse of a rule", async () => {
    await open("naming");
    await screen.findByLabelText("The same as text");
    type("The same as text", "HR [GroupName] [GroupName] [Floor]");
    await screen.findByText("The group’s own name stands there more than once.");
    await screen.findByText(/“\[Floor\]” is no attribute/);
    expect(screen.getByText("Look and save")).toHaveAttribute("aria-disabled", "true");
  });

  it("takes pasted words, finds one among thousands, and says when they are too many", async () => {
    const app = await open("naming", { blocked: 4_996 });
    const field = await screen.findByLabelText(/^Find a word/);
    field.focus();
    await app.user.paste("legal\nboard\npayroll");
    await screen.findByText(/2 added, 1 were there already/);
    await screen.findByText("1 word too many: the service keeps 5,000.");
    fireEvent.change(field, { target: { value: "word 4711" } });
    const list = await screen.findByRole("grid", { name: "Blocked words" });
    await waitFor(() => expect(list).toHaveAttribute("aria-rowcount", "2"));
    fireEvent.keyDown(within(list).getByText("word 4711"), { key: "Delete" });
    await screen.findByText(/5,000 of 5,000 words/);
    expect(await violations(screen.getByRole("main"))).toEqual([]);
  });
});

describe("the other areas", () => {
  it.each(["creation", "guests", "classification", "guidelines", "templates"])(
    "%s: is shown without accessibility violations",
    async (area) => {
      await open(area);
      await screen.findAllByRole("heading", { level: 2 });
      expect(await violations(screen.getByRole("main"))).toEqual([]);
    },
  );

  it("changes who may create groups, to a group that is found by name", async () => {
    const app = await open("creation");
    await app.user.click(await screen.findByLabelText("Everybody may create groups"));
    await app.user.click(screen.getByLabelText("Who may all the same"));
    await app.user.click(await screen.findByRole("option", { name: /Group Makers/ }));
    const dialog = await save(app);
    within(dialog).getByText(/15 minutes at most/);
    await app.user.click(within(dialog).getByText("Save"));
    await screen.findByText(/^Who may create groups: Members of Group Makers/);
  });

  it("keeps what was begun while another area is looked at", async () => {
    const app = await open("guests");
    await app.user.click(await screen.findByRole("switch", { name: "Guests can be added" }));
    const nav = within(screen.getByRole("navigation", { name: "Areas" }));
    await app.user.click(nav.getByText("Guidelines"));
    await nav.findByText("Not saved yet");
    await app.user.click(nav.getByText("Guests"));
    expect(await screen.findByRole("switch", { name: "Guests can be added" })).not.toBeChecked();
  });

  it("makes settings from a template that was not in use", async () => {
    const app = await open("templates");
    await app.user.click(await screen.findByText("Password Rule Settings"));
    type("LockoutThreshold", "many");
    await screen.findByText("A whole number.");
    type("LockoutThreshold", "5");
    const dialog = await save(app);
    await app.user.click(within(dialog).getByText("Save"));
    await screen.findByText("2 templates are in use; the others are as they come");
    expect(sent(app, "change_run")).toEqual([
      expect.objectContaining({ kind: "policySettings", before: null }),
    ]);
  });
});

describe("policies as a file", () => {
  const file = (text: string) => new File([text], "fabrikam.json", { type: "application/json" });
  const choose = async (app: App, text: string) =>
    app.user.upload(
      document.querySelector<HTMLInputElement>('input[type=file][accept*="json"]')!,
      file(text),
    );

  it("are refused with a reason where they are something else", async () => {
    const app = await open();
    await choose(app, "no file");
    await screen.findByText("This file is no JSON");
  });

  it("are compared by area, and what is ticked is taken over after a look", async () => {
    const app = await open();
    await choose(
      app,
      JSON.stringify({
        tenure: "policies",
        tenant: "Fabrikam",
        values: { AllowToAddGuests: "false", OfSomebodyElse: "x", EnableGroupCreation: "true" },
      }),
    );
    await screen.findByText(/Saved from Fabrikam/);
    expect(screen.getByLabelText("Take over: OfSomebodyElse")).toBeDisabled();
    await app.user.click(screen.getByLabelText("Take over: Guests can be added"));
    await app.user.click(screen.getByText("Take over 1"));
    const dialog = await screen.findByRole("alertdialog");
    await app.user.click(await within(dialog).findByText("Save"));
    await waitFor(() =>
      expect(app.host.stage.world.policies.settings[0]?.values).toContainEqual(
        expect.objectContaining({ name: "AllowToAddGuests", value: "false" }),
      ),
    );
  });
});

it("shows what was last known without a connection, and says so", async () => {
  await open("guests", { state: "offline" });
  await screen.findByText(/You see the policies as of/);
});

it("says why the policies were not read, and offers to try again", async () => {
  renderApp({ at: "/policies", state: "failed" });
  await screen.findByText("The policies were not read");
  screen.getByText("Try again");
});
