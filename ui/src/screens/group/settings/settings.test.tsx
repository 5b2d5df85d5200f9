import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { GroupSummary } from "@/ipc/bindings";
import type { FakeHost } from "@/ipc/fake/host";
import { violations } from "@/testing/axe";
import type { Options } from "@/testing/renderApp";
import { DESIGN, HIRING, layOut, openGroup, requestsOf } from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

async function openSettings(groupId = HIRING, options: Options = {}) {
  const app = await openGroup(groupId, "settings", options);
  await screen.findByRole("form", { name: "Settings of the group" });
  return app;
}

const name = () => screen.getByRole("textbox", { name: "Name" });
const description = () => screen.getByRole("textbox", { name: "Description" });
const save = () => screen.getByRole("button", { name: "Save" });
const changes = (host: FakeHost) => requestsOf(host.calls, "change_run");

/** Somebody else changes the group in the directory; the window does not know yet. */
function elsewhere(host: FakeHost, change: Partial<GroupSummary>): void {
  const { world } = host.stage;
  world.groups = world.groups.map((group) =>
    group.id === HIRING ? { ...group, ...change } : group,
  );
}

describe("The settings of a group", () => {
  it("have no accessibility violations, with something changed", async () => {
    const { user } = await openSettings();
    await user.type(name(), " 2");
    await screen.findByText("The service takes it.");
    expect(await violations()).toEqual([]);
  });

  it("save only what was changed, and offer Undo", async () => {
    const { user, host } = await openSettings();
    await user.clear(name());
    await user.type(name(), "Hiring Circle");
    await user.type(description(), "For hiring.");
    await user.click(screen.getByRole("switch", { name: "New members get its mail" }));
    await screen.findByText("3 changes");
    await user.click(save());
    await screen.findByText("Hiring Circle changed");
    expect(changes(host)).toHaveLength(1);
    const [request] = changes(host) as Array<{ changes: Record<string, unknown> }>;
    expect(
      Object.fromEntries(Object.entries(request!.changes).filter(([, value]) => value !== null)),
    ).toEqual({
      displayName: "Hiring Circle",
      description: "For hiring.",
      autoSubscribeNewMembers: false,
    });
    await screen.findByRole("heading", { level: 1, name: "Hiring Circle" });
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByRole("heading", { level: 1, name: "Hiring Loop" });
  });

  it("go back to what they were", async () => {
    const { user } = await openSettings();
    await user.type(name(), " 2");
    await user.click(await screen.findByRole("button", { name: "Discard" }));
    expect(name()).toHaveValue("Hiring Loop");
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });

  it("check the name while one types, and correct it by one click", async () => {
    const { user } = await openSettings(HIRING, { naming: "prefix" });
    await user.clear(name());
    await user.type(name(), "Hiring Circle");
    await screen.findByText("Your company’s naming rule wants “HR ” in front.");
    await user.click(screen.getByRole("button", { name: "Use “HR Hiring Circle”" }));
    expect(name()).toHaveValue("HR Hiring Circle");
    await screen.findByText("The service takes it.");
  });

  it("explain that hidden membership is for ever", async () => {
    await openSettings(DESIGN);
    expect(
      screen.getByText(/That was chosen when the group was made, and is for ever/),
    ).toBeVisible();
    expect(screen.queryByRole("radio", { name: /Public/ })).toBeNull();
  });

  it("can be read, and say why not changed", async () => {
    await openSettings(HIRING, { fixed: "notOwner" });
    expect(screen.getByText(/An owner or an administrator can change it/)).toBeVisible();
    expect(name()).toHaveAttribute("readonly");
    expect(screen.getByRole("button", { name: "Delete…" })).toBeDisabled();
    expect(await violations()).toEqual([]);
  });

  it("say beside the form what the service refused, and keep what was written", async () => {
    const { user } = await openSettings(HIRING, { change: "nameRefused" });
    await user.type(name(), " 2");
    await user.click(save());
    await screen.findByText(/naming rule refuses the name/);
    expect(name()).toHaveValue("Hiring Loop 2");
    expect(save()).toBeEnabled();
  });

  it("say that nothing was saved when the command failed", async () => {
    const { user } = await openSettings(HIRING, { refuse: "serviceUnavailable" });
    await user.type(name(), " 2");
    await user.click(save());
    await screen.findByText("The service does not answer properly");
    expect(name()).toHaveValue("Hiring Loop 2");
  });
});

describe("What somebody else changed meanwhile", () => {
  it("is shown with all values before it is written over, and mine can be kept", async () => {
    const { user, host } = await openSettings();
    await user.type(description(), "Mine");
    elsewhere(host, { description: "Theirs" });
    await user.click(save());
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Changed meanwhile: Description, by somebody else");
    expect(alert).toHaveTextContent("Theirs");
    expect(alert).toHaveTextContent("Mine");
    expect(changes(host)).toEqual([]);
    expect(save()).toBeDisabled();
    expect(await violations()).toEqual([]);
    await user.click(within(alert).getByRole("button", { name: "Keep mine" }));
    await user.click(save());
    await waitFor(() =>
      expect(changes(host)).toMatchObject([{ changes: { description: "Mine" } }]),
    );
  });

  it("is taken as it is, and then there is nothing to save", async () => {
    const { user, host } = await openSettings();
    await user.type(description(), "Mine");
    elsewhere(host, { description: "Theirs" });
    host.stage.emit({ kind: "changed", tags: ["details"] });
    await user.click(await screen.findByRole("button", { name: "Take theirs" }));
    expect(description()).toHaveValue("Theirs");
    expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  });

  it("is no question where nothing was written here", async () => {
    const { host } = await openSettings();
    elsewhere(host, { description: "Theirs" });
    host.stage.emit({ kind: "changed", tags: ["details"] });
    await waitFor(() => expect(description()).toHaveValue("Theirs"));
    expect(screen.queryByText(/Changed meanwhile/)).toBeNull();
  });
});

describe("Leaving with something not saved", () => {
  it("asks; other tabs of the group are no leaving", async () => {
    const { user } = await openSettings();
    await user.type(name(), " 2");
    await user.click(screen.getByRole("tab", { name: "Members" }));
    await screen.findByRole("tabpanel", { name: "Members" });
    await user.click(screen.getByRole("link", { name: "Home" }));
    const dialog = await screen.findByRole("alertdialog", {
      name: "Leave Hiring Loop without saving?",
    });
    expect(await violations(dialog)).toEqual([]);
    await user.click(within(dialog).getByText("Stay"));
    expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("Hiring Loop 2");
    await user.click(screen.getByRole("link", { name: "Home" }));
    await user.click(await screen.findByText("Discard and leave"));
    await waitFor(() => expect(window.location.hash).toBe("#/"));
  });

  it("asks nothing when nothing was changed", async () => {
    const { user } = await openSettings();
    await user.click(screen.getByRole("link", { name: "Home" }));
    await waitFor(() => expect(window.location.hash).toBe("#/"));
  });
});

describe("The photo of a group", () => {
  const choose = (file: File) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
    fireEvent.change(input, { target: { files: [file] } });
  };
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);

  it("is looked at before it is set", async () => {
    const { user, host } = await openSettings();
    choose(new File([png], "loop.png"));
    await user.click(await screen.findByRole("button", { name: "Set this photo" }));
    await screen.findByText("The photo of Hiring Loop was set");
    expect(requestsOf(host.calls, "group_photo_set")).toEqual([
      { groupId: HIRING, content: btoa(String.fromCharCode(...png)) },
    ]);
    await screen.findByRole("button", { name: "Choose a photo" });
  });

  it("is not taken when it is no picture, or too large", async () => {
    await openSettings();
    choose(new File(["<svg/>"], "loop.png"));
    await screen.findByText("This is neither JPEG nor PNG.");
    choose(Object.defineProperty(new File([png], "large.png"), "size", { value: 4_000_000 }));
    await screen.findByText(/The picture is too large/);
    expect(screen.queryByRole("button", { name: "Set this photo" })).toBeNull();
  });
});
