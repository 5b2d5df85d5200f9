import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { deliver } from "@/ipc/fake/drafts";
import { violations } from "@/testing/axe";
import type { Options } from "@/testing/renderApp";
import { HIRING, layOut, openGroup, requestsOf } from "../testing";

const PANEL = /Panel for the platform role/;

beforeEach(() => {
  layOut();
  // jsdom lays nothing out: every list is as high as this, and draws what fits.
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(800);
});
afterEach(() => vi.restoreAllMocks());

async function openList(options: Options = {}) {
  const app = await openGroup(HIRING, "conversations", {
    delivery: 0,
    conversations: 12,
    ...options,
  });
  await screen.findByText("Offer letter template, version 4");
  return app;
}

async function openFirst(options: Options = {}) {
  const app = await openList({ posts: 3, ...options });
  await app.user.click(screen.getByRole("option", { name: PANEL }));
  await screen.findByRole("heading", { name: PANEL });
  return app;
}

/** Begins an answer in plain text, which can be typed without a layout. */
async function answer(user: Awaited<ReturnType<typeof openFirst>>["user"], text: string) {
  await user.click(await screen.findByRole("button", { name: "Reply" }));
  await user.click(await screen.findByRole("button", { name: "Plain text" }));
  await user.type(screen.getByRole("textbox", { name: "Text" }), text);
}

describe("The list of conversations", () => {
  it("names topic, senders, time and attachments, and is gone through by keys", async () => {
    const { user } = await openList();
    const first = screen.getByRole("option", { name: PANEL });
    expect(first).toHaveTextContent("Adele Vance");
    expect(within(first).getByRole("img", { name: "with attachments" })).toBeVisible();
    await user.keyboard("jj");
    await waitFor(() => expect(screen.getAllByRole("option")[1]).toHaveFocus());
    await user.keyboard("{Enter}");
    await screen.findByRole("heading", { name: "Offer letter template, version 4" });
  });

  it("tells what was not seen, and takes all of it as seen", async () => {
    const { user, host } = await openList();
    await screen.findByText("3 posts not seen");
    await user.click(screen.getByRole("button", { name: "Mark all as seen" }));
    await waitFor(() => expect(screen.queryByText("3 posts not seen")).toBeNull());
    expect(requestsOf(host.calls, "unseen_reset")).toEqual([{ groupId: HIRING }]);
  });

  it("draws of 5,000 only what is in view, and asks for stretches as one goes on", async () => {
    const { host } = await openList({ conversations: 5_000 });
    expect(screen.getAllByRole("option").length).toBeLessThan(40);
    const scroller = screen.getByRole("listbox").parentElement!;
    scroller.scrollTop = 6_000;
    fireEvent.scroll(scroller);
    await waitFor(() =>
      expect(requestsOf(host.calls, "conversations_list")).toContainEqual(
        expect.objectContaining({ offset: 100, limit: 100 }),
      ),
    );
  });

  it("has no accessibility violations with an answer begun", { timeout: 120_000 }, async () => {
    const { user } = await openFirst();
    await screen.findByTitle(/^What .* wrote$/);
    await user.click(screen.getByRole("button", { name: "Reply" }));
    await screen.findByRole("toolbar", { name: "How the text looks" });
    expect(await violations()).toEqual([]);
  });
});

describe("A conversation", () => {
  it("shows its newest post open, in a frame that can run nothing", async () => {
    await openFirst();
    const frame = await screen.findByTitle<HTMLIFrameElement>(/^What .* wrote$/);
    expect(frame.getAttribute("sandbox")).toBe("allow-same-origin allow-popups");
    expect(frame.srcdoc).toMatch(
      /^<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">/,
    );
    expect(frame.srcdoc).toContain("Here is how the last quarter went");
    expect(document.querySelector("#root, body")?.innerHTML).not.toContain("<b>two candidates</b>");
  });

  it("asks for the bodies of all its posts together", async () => {
    const { user, host } = await openFirst({ posts: 9 });
    await user.keyboard("e");
    await waitFor(() => {
      const asked = requestsOf(host.calls, "posts_load") as { postIds: string[] }[];
      expect(asked.some(({ postIds }) => postIds.length > 1)).toBe(true);
      expect(asked.every(({ postIds }) => postIds.length <= 20)).toBe(true);
    });
  });

  it("loads remote images only after saying what that tells their senders", async () => {
    const { user, host } = await openFirst();
    await screen.findByText(/3 remote images were left out/);
    await user.click(screen.getByRole("button", { name: "Load images in this group" }));
    const dialog = await screen.findByRole("alertdialog");
    expect(dialog).toHaveTextContent(/learns that a post was opened/);
    expect(requestsOf(host.calls, "remote_images_set")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Load images" }));
    await waitFor(() => expect(screen.queryByText(/3 remote images/)).toBeNull());
  });

  it("saves an attachment and says where", async () => {
    const { user } = await openFirst();
    await user.click(await screen.findByRole("button", { name: "Save Panel notes.pdf" }));
    await screen.findByText("Panel notes.pdf saved");
    expect(screen.getByText("It is in Downloads.")).toBeInTheDocument();
  });

  it("is deleted only after it was asked about, for good", async () => {
    const { user, host } = await openFirst();
    await user.keyboard("{Delete}");
    const dialog = await screen.findByRole("alertdialog");
    expect(dialog).toHaveTextContent("This can’t be undone: 3 posts go");
    expect(requestsOf(host.calls, "conversation_delete")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Delete for good" }));
    await screen.findByText(/” deleted$/);
    await waitFor(() => expect(screen.queryByRole("option", { name: PANEL })).toBeNull());
  });
});

describe("An answer", () => {
  it("is being delivered until it is listed as a post", async () => {
    const { user, host } = await openFirst();
    await answer(user, "I take 11:30.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(/stands here as a post once it is delivered/);
    expect(requestsOf(host.calls, "draft_send")).toHaveLength(1);
    deliver(host.stage);
    await waitFor(() => expect(screen.queryByText(/once it is delivered/)).toBeNull());
    await screen.findByText("4 posts", { exact: false });
  });

  it("is kept as a draft when one leaves, and offered again", async () => {
    const { user, host } = await openFirst();
    await answer(user, "Half a tho");
    await user.click(screen.getByRole("tab", { name: "Overview" }));
    await waitFor(() =>
      expect(requestsOf(host.calls, "draft_save").at(-1)).toMatchObject({
        words: { body: "Half a tho", plain: true },
      }),
    );
    await user.click(screen.getByRole("tab", { name: "Conversations" }));
    await user.click(await screen.findByRole("option", { name: /Draft.*Half a tho/ }));
    expect(await screen.findByRole("textbox", { name: "Text" })).toHaveValue("Half a tho");
  });

  it("stays with its words when it was not sent, and is sent again", async () => {
    const { user, host } = await openFirst({ send: "threadLocked" });
    await answer(user, "Too late?");
    await user.click(screen.getByRole("button", { name: "Send" }));
    await screen.findByText("It was not sent");
    expect(screen.getByRole("textbox", { name: "Text" })).toHaveValue("Too late?");
    host.stage.options.send = "ok";
    await user.click(screen.getByRole("button", { name: "Send again" }));
    await screen.findByText(/once it is delivered/);
  });

  it("says that it is looked up when it is not known whether it was sent", async () => {
    const { user } = await openFirst({ send: "unknown" });
    await answer(user, "Anybody there?");
    await user.click(screen.getByRole("button", { name: "Send" }));
    await screen.findByText(/nothing is sent twice/);
  });

  it("takes no file over the limit, and says so", async () => {
    const { user, host } = await openFirst();
    await answer(user, "See attached.");
    const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
    const large = new File([new Uint8Array(10)], "deck.pptx");
    Object.defineProperty(large, "size", { value: 4_100_000 });
    fireEvent.change(input, { target: { files: [new File(["fine"], "notes.txt"), large] } });
    await screen.findByText(/deck\.pptx is too large/);
    const attached = await screen.findByRole("list", { name: "Attached" });
    expect(attached).toHaveTextContent("notes.txt");
    expect(requestsOf(host.calls, "draft_attach")).toHaveLength(1);
    await user.click(within(attached).getByRole("button", { name: "Remove notes.txt" }));
    await waitFor(() => expect(screen.queryByRole("list", { name: "Attached" })).toBeNull());
  });
});

describe("A new conversation", () => {
  it("wants a topic and a text, takes pasted people, and opens once it is delivered", async () => {
    const { user, host } = await openList();
    await user.keyboard("n");
    const topic = await screen.findByRole("textbox", { name: /^Topic/ });
    await user.click(screen.getByRole("button", { name: "Send" }));
    await screen.findByText("A conversation has to have a topic.");
    expect(screen.getByText("There is nothing to send yet.")).toBeVisible();
    await user.type(topic, "Lunch");
    await user.click(screen.getByRole("button", { name: "Plain text" }));
    await user.type(screen.getByRole("textbox", { name: "Text" }), "At one?");
    await user.click(screen.getByRole("button", { name: "Add people" }));
    await user.click(screen.getByRole("combobox"));
    await user.paste("Ines Prado <ines@fabrikam.example>; nobody; bo@northwind.example");
    await screen.findByText("Not understood: nobody");
    expect(screen.getByText("Ines Prado")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Send" }));
    await screen.findByText(/once it is delivered/);
    expect(requestsOf(host.calls, "draft_save").at(-1)).toMatchObject({
      purpose: { kind: "new" },
      words: {
        topic: "Lunch",
        recipients: [{ address: "ines@fabrikam.example" }, { address: "bo@northwind.example" }],
      },
    });
    deliver(host.stage);
    await screen.findByRole("heading", { name: "Lunch" });
  });

  it("says how many pasted people are too many", async () => {
    const { user } = await openList();
    await user.keyboard("n");
    await user.click(await screen.findByRole("button", { name: "Add people" }));
    await user.click(screen.getByRole("combobox"));
    await user.paste(
      Array.from({ length: 10_000 }, (_, each) => `p${each}@contoso.example`).join("\n"),
    );
    await screen.findByText(/^9,500 people were left out: one message takes 500/);
    expect(screen.getByText(/476 more/)).toBeVisible();
  });
});

describe("A mailbox that cannot be used", () => {
  it.each([
    ["beingMade", "The mailbox is being made"],
    ["none", "This group has no mailbox"],
    ["notPermitted", "A permission is missing"],
    ["notInGroup", "Its conversations are not open to you"],
  ] as const)("says so: %s", async (mailbox, words) => {
    await openGroup(HIRING, "conversations", { mailbox });
    await screen.findByRole("heading", { name: words });
  });

  it("is asked for by the name of the permission", async () => {
    const { user } = await openGroup(HIRING, "conversations", { mailbox: "notPermitted" });
    await screen.findByText(/You need Group-Conversation.ReadWrite.All/);
    await user.click(screen.getByRole("button", { name: "To the permissions" }));
    await waitFor(() => expect(window.location.hash).toContain("/settings"));
  });

  it("is empty with a way to begin", async () => {
    const { user } = await openGroup(HIRING, "conversations", { conversations: 0 });
    await screen.findByText("No conversations yet");
    await user.click(screen.getAllByRole("button", { name: "New conversation" }).at(-1)!);
    await screen.findByRole("textbox", { name: /^Topic/ });
  });

  it("is shown as it was last read without a connection", async () => {
    await openList({ state: "offline" });
    expect(screen.getByText(/No connection\. You see what was read/)).toBeVisible();
  });
});
