import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { violations } from "@/testing/axe";
import type { Options } from "@/testing/renderApp";
import { HIRING, layOut, membersListed, openGroup, person, requestsOf } from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

async function openAdd(options: Options = {}) {
  const app = await openGroup(HIRING, "members", options);
  await membersListed();
  await app.user.keyboard("a");
  const drawer = await screen.findByRole("complementary", { name: "Add people" });
  return { ...app, drawer };
}

const field = () => screen.getByRole("combobox", { name: "Find people" });
const csv = (text: string, name = "interview-panel.csv") => new File([text], name);
const choose = (file: File) => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  fireEvent.change(input, { target: { files: [file] } });
};

const LIST = [
  "Mail,Name",
  "diego.siciliani@contoso.example,Diego",
  "old.colleague@contoso.example,Old",
  "Ana",
  "isaiah.langer@contoso.example,Isaiah",
  "printer-3rd-floor",
  "isaiah.langer@contoso.example,Isaiah",
].join("\n");

describe("Finding people", () => {
  it("takes the focus, marks who is in, and adds one at once with Undo", async () => {
    const { user, host } = await openAdd();
    await waitFor(() => expect(field()).toHaveFocus());
    await user.keyboard("diego");
    const diego = await screen.findByRole("option", { name: /Diego Siciliani/ });
    expect(diego).toHaveTextContent("Already a member");
    expect(diego).toHaveAttribute("aria-disabled", "true");
    await user.clear(field());
    await user.keyboard("isaiah");
    await screen.findByRole("option", { name: /Isaiah Langer/ });
    expect(await violations()).toEqual([]);
    await user.keyboard("{Enter}");
    await user.click(await screen.findByRole("button", { name: "Add 1 person" }));
    await screen.findByText("Isaiah Langer added to Hiring Loop");
    await person("Isaiah Langer");
    expect(requestsOf(host.calls, "change_run")).toMatchObject([
      { kind: "addPeople", people: [{ displayName: "Isaiah Langer" }], role: "member" },
    ]);
    expect(requestsOf(host.calls, "plan_run")).toEqual([]);
  });

  it("picks several by keyboard, says what that costs, and starts a job", async () => {
    const { user, host } = await openAdd();
    for (const name of ["isaiah", "nestor"]) {
      await user.type(field(), name);
      await screen.findByRole("option", { name: new RegExp(name, "i") });
      await user.keyboard("{Enter}");
    }
    await screen.findByText(/^2 people in 1 request, about a second\./);
    await user.click(screen.getByRole("button", { name: "Add 2 people" }));
    await waitFor(() => expect(requestsOf(host.calls, "plan_run")).toHaveLength(1));
    await person("Nestor Wilke");
    expect(screen.queryByRole("complementary", { name: "Add people" })).toBeNull();
  });

  it("takes one out again with Backspace", async () => {
    const { user } = await openAdd();
    await user.type(field(), "isaiah");
    await screen.findByRole("option", { name: /Isaiah/ });
    await user.keyboard("{Enter}");
    await screen.findByRole("button", { name: "Add 1 person" });
    act(() => screen.getByRole("option", { name: "Isaiah Langer" }).focus());
    await user.keyboard("{Backspace}");
    await waitFor(() => expect(screen.getByRole("button", { name: "Add" })).toBeDisabled());
  });

  it("says that nobody was found, and that only those seen before could be asked for", async () => {
    const { user, host } = await openAdd();
    await user.type(field(), "qqqq");
    await screen.findByText("Nobody was found for “qqqq”.");
    host.stage.options.state = "offline";
    await user.clear(field());
    await user.type(field(), "isaiah");
    await screen.findByText(/Only people seen before/);
  });

  it("keeps what was picked and typed when the drawer is closed and opened again", async () => {
    const { user } = await openAdd();
    await user.type(field(), "isaiah");
    await screen.findByRole("option", { name: /Isaiah/ });
    await user.keyboard("{Enter}");
    await user.type(
      screen.getByRole("textbox", { name: "Paste addresses or names" }),
      "a@b.example",
    );
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Add people" }));
    expect(await screen.findByRole("option", { name: "Isaiah Langer" })).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Paste addresses or names" })).toHaveValue(
      "a@b.example",
    );
  });
});

describe("A list of people", () => {
  it("is checked line by line before anything is written", async () => {
    const { host } = await openAdd();
    choose(csv(LIST));
    const drawer = await screen.findByRole("complementary", { name: "Add people from a file" });
    await within(drawer).findByText(/From interview-panel.csv, 6 lines/);
    expect(drawer).toHaveTextContent("Nothing has been written yet.");
    expect(drawer).toHaveTextContent("Read from the columns “Mail”, “Name”.");
    for (const words of [
      "1 ready",
      "1 already in",
      "1 unclear",
      "1 unknown",
      "1 not addable",
      "1 repeated",
    ]) {
      expect(within(drawer).getByRole("button", { name: words })).toBeVisible();
    }
    expect(drawer).toHaveTextContent("no such account");
    expect(drawer).toHaveTextContent("line 3");
    expect(drawer).toHaveTextContent("only people can be in a group");
    expect(await violations()).toEqual([]);
    expect(requestsOf(host.calls, "plan_run")).toEqual([]);
  });

  it("shows one kind of lines, and has unclear ones decided", async () => {
    const { user, host } = await openAdd();
    choose(csv(LIST));
    await user.click(await screen.findByRole("button", { name: "1 unclear" }));
    await waitFor(() => expect(screen.getAllByRole("listitem")).toHaveLength(1));
    const choice = screen.getByRole("combobox", { name: "Who is meant by Ana" });
    const [, first] = within(choice).getAllByRole("option");
    await user.selectOptions(choice, first!);
    await user.click(await screen.findByRole("button", { name: "Add 2 people" }));
    await waitFor(() => expect(requestsOf(host.calls, "plan_run")).toHaveLength(1));
    expect(requestsOf(host.calls, "plan_make").at(-1)).toMatchObject({
      kind: "addChecked",
      choices: [{ line: 4 }],
    });
    await person("Isaiah Langer");
  });

  it("says how little it costs, and saves the preview", async () => {
    const { user, host } = await openAdd();
    const lines = Array.from({ length: 207 }, (_, index) => `nobody${index}@x.example`);
    choose(csv(["isaiah.langer@contoso.example", ...lines].join("\n")));
    await screen.findByText(/^1 person in 1 request, about a second/);
    await user.click(screen.getByRole("button", { name: "Save preview" }));
    await screen.findByText(/saved$/);
    expect(requestsOf(host.calls, "export_save")).toMatchObject([{ content: { kind: "checked" } }]);
  });

  it("has nothing to add when nobody in it can be added", async () => {
    await openAdd();
    choose(csv("nobody@x.example\nno.one@x.example"));
    await screen.findByText(/Nothing is left to be done/);
    expect(screen.getByRole("button", { name: "Add" })).toBeDisabled();
  });

  it("is checked again for another role", async () => {
    const { user, host } = await openAdd();
    choose(csv(LIST));
    await screen.findByRole("button", { name: "1 ready" });
    await user.click(screen.getByRole("button", { name: "Owner + member" }));
    await waitFor(() => expect(requestsOf(host.calls, "people_check")).toHaveLength(2));
    expect(requestsOf(host.calls, "people_check").at(-1)).toMatchObject({ role: "ownerAndMember" });
  });

  it("is pasted into the search as well", async () => {
    const { user } = await openAdd();
    await user.click(field());
    await user.paste("isaiah.langer@contoso.example; nestor.wilke@contoso.example\nAna");
    await screen.findByText(/From what was pasted/);
    await user.click(screen.getByRole("button", { name: "Back to finding people" }));
    expect(await screen.findByRole("textbox", { name: "Paste addresses or names" })).toHaveValue(
      "isaiah.langer@contoso.example; nestor.wilke@contoso.example\nAna",
    );
  });

  it("is taken when it is dropped anywhere on the window", async () => {
    await openGroup(HIRING, "members");
    await membersListed();
    const dataTransfer = { types: ["Files"], files: [csv(LIST)] };
    fireEvent.dragEnter(document.body, { dataTransfer });
    await screen.findByText("Drop it to add people to Hiring Loop");
    fireEvent.drop(document.body, { dataTransfer });
    await screen.findByRole("complementary", { name: "Add people from a file" });
    expect(screen.queryByText("Drop it to add people to Hiring Loop")).toBeNull();
  });

  it("draws only what is in view of very many lines, and says that not all are shown", async () => {
    await openAdd();
    const lines = Array.from({ length: 3_000 }, (_, index) => `nobody${index}@x.example`);
    choose(csv(lines.join("\n")));
    await screen.findByText(/The first 2,000 lines are shown/);
    expect(screen.getAllByRole("listitem").length).toBeLessThan(60);
  });
});

describe("What is no list of people", () => {
  it.each([
    ["", "empty.csv", "There is nothing in empty.csv."],
    ["PK\u0003\u0004 zip", "people.xlsx", /people.xlsx is a spreadsheet. Save it as CSV there/],
    ["\u0000\u0001\u0002abcdef", "photo.bin", /photo.bin is no text/],
  ])("is said at once, and nothing is sent", async (content, name, words) => {
    const { host } = await openAdd();
    choose(csv(content, name));
    await screen.findByText(words);
    expect(requestsOf(host.calls, "people_check")).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  it("is said of what could not be checked, and it can be tried again", async () => {
    const { user, host } = await openAdd();
    host.stage.options.state = "offline";
    choose(csv(LIST));
    await screen.findByText("The list was not checked");
    host.stage.options.state = "ready";
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByText(/From interview-panel.csv/);
  });
});
