/** A group's calendar over the fake host: created once, moved by keyboard, changed, cancelled, answered. */
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";

import type {
  EventAnswerRequest,
  EventCancelRequest,
  EventChangeRequest,
  EventCreateRequest,
} from "@/ipc/bindings";
import type { FakeHost } from "@/ipc/fake/host";
import { fakeError } from "@/ipc/fake/host";
import { violations } from "@/testing/axe";
import type { Options } from "@/testing/renderApp";
import { HIRING, layOut, openGroup, requestsOf } from "../testing";

/** What the pictures of this computer's region would be is no matter of these tests. */
vi.hoisted(() => {
  Object.defineProperty(navigator, "languages", { value: ["en-GB"] });
  Object.defineProperty(navigator, "language", { value: "en-GB" });
});

/** The grid draws what fits: in a window without a layout everything does. */
class Measured {
  constructor(private readonly tell: ResizeObserverCallback) {}
  observe(target: Element) {
    const size = [{ inlineSize: 1200, blockSize: 600 }];
    const entry = { target, contentRect: new DOMRect(0, 0, 1200, 600) };
    const sizes = { borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size };
    queueMicrotask(() => this.tell([{ ...entry, ...sizes }], this));
  }
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  layOut();
  vi.stubGlobal("ResizeObserver", Measured);
  localStorage.setItem("tenure.adele-practice.calendar.zone", "Europe/Berlin");
});

const openCalendar = async (options: Options = {}) => {
  const app = await openGroup(HIRING, "calendar", options);
  return { ...app, sent: <T,>(command: string) => requestsOf(app.host.calls, command) as T[] };
};

const drawn = async (id: string): Promise<HTMLElement> => {
  const find = () => document.querySelector<HTMLElement>(`[data-event="${id}"]`);
  await waitFor(() => expect(find()).not.toBeNull());
  return find()!;
};

/** Opens what is in the grid, by keyboard as anybody can. */
async function openEvent(user: UserEvent, id: string): Promise<HTMLElement> {
  (await drawn(id)).focus();
  await user.keyboard("{Enter}");
  const card = await screen.findByRole("dialog");
  await within(card).findByRole("list");
  return card;
}

const press = (user: UserEvent, within_: HTMLElement, name: string | RegExp) =>
  user.click(within(within_).getByRole("button", { name }));

const change = (host: FakeHost, id: string, subject: string) => {
  const details = [...host.stage.world.calendars.values()]
    .flatMap(({ events }) => events)
    .find(({ event }) => event.id === id)!;
  details.event = { ...details.event, subject };
  details.changeKey = "99";
};

describe("The calendar of a group", () => {
  it("shows the month, with what events are in words, and can be told by a screen reader", async () => {
    await openCalendar();
    await screen.findByRole("button", { name: "November 2026" });
    const cancelled = await drawn("visit");
    expect(cancelled).toHaveTextContent(/Visit of the works council.*Cancelled/);
    expect(await drawn("salary")).toHaveTextContent(/Private/);
    expect(await drawn("standup.2026-11-23")).toHaveTextContent(/Repeats, Online meeting/);
    expect(await violations()).toEqual([]);
  });

  it("shows week and agenda, remembers which, and says when nothing is there", async () => {
    const { user } = await openCalendar();
    await drawn("debrief");
    await user.keyboard("w");
    await screen.findByRole("button", { name: /23\s–\s29 November 2026/ });
    await user.keyboard("a");
    await screen.findByText("23 November 2026");
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "November 2026" }));
    const date = await screen.findByLabelText("Date");
    await user.clear(date);
    await user.type(date, "2031-05-04");
    await user.click(screen.getByRole("button", { name: "Go" }));
    expect(await screen.findByText("Nothing in May 2031")).toBeInTheDocument();
    expect(localStorage.getItem("tenure.adele-practice.calendar.view")).toBe("agenda");
  });

  it("creates an event once, though its button is clicked twice", async () => {
    const { user, sent } = await openCalendar({ delay: 5 });
    await drawn("debrief");
    await user.keyboard("n");
    const form = await screen.findByRole("dialog", { name: "New event" });
    await user.type(within(form).getByLabelText("Subject"), "Final round");
    expect(await violations(form)).toEqual([]);
    await user.dblClick(within(form).getByRole("button", { name: "Create" }));
    expect(await screen.findByText("“Final round” is in the calendar")).toBeInTheDocument();
    const requests = sent<EventCreateRequest>("event_create");
    expect(requests).toHaveLength(1);
    expect(requests[0]?.event).toMatchObject({ subject: "Final round", wholeGroup: true });
    expect(await drawn("made-1")).toHaveTextContent("Final round");
  });

  it("sends the same number again when the first try failed, and keeps what was typed", async () => {
    const { user, host, sent } = await openCalendar();
    await drawn("debrief");
    await user.keyboard("n");
    const form = await screen.findByRole("dialog", { name: "New event" });
    await user.type(within(form).getByLabelText("Subject"), "Final round");
    host.stage.options.refuse = "outcomeUnknown";
    await press(user, form, "Create");
    expect(await within(form).findByText("The event was not created")).toBeInTheDocument();
    host.stage.options.refuse = "nothing";
    expect(within(form).getByLabelText("Subject")).toHaveValue("Final round");
    await press(user, form, "Create");
    await screen.findByText("“Final round” is in the calendar");
    const [first, second] = sent<EventCreateRequest>("event_create");
    expect(second?.transactionId).toBe(first?.transactionId);
  });

  it("says what 02:30 becomes on the night on which the clocks go forward, and refuses an end before the start", async () => {
    const { user } = await openCalendar();
    await drawn("debrief");
    await user.keyboard("n");
    const form = await screen.findByRole("dialog", { name: "New event" });
    const field = (name: string) => within(form).getByLabelText(name);
    const put = async (name: string, value: string) => {
      await user.clear(field(name));
      await user.type(field(name), value);
    };
    await put("First day", "2027-03-28");
    await put("Time it begins", "02:30");
    expect(await within(form).findByText(/there is no such time.*03:30/)).toBeInTheDocument();
    await put("Last day", "2027-03-27");
    expect(await within(form).findByText("It ends before it begins.")).toBeInTheDocument();
    expect(within(form).getByRole("button", { name: "Create" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  it("finds a zone while one types a part of its name", async () => {
    const { user, sent } = await openCalendar();
    await drawn("debrief");
    await user.keyboard("n");
    const form = await screen.findByRole("dialog", { name: "New event" });
    const zone = within(form).getByRole("combobox", { name: "Time zone" });
    await user.clear(zone);
    await user.type(zone, "auck");
    expect(zone).toHaveValue("auck");
    await user.click(await screen.findByRole("option", { name: /Pacific\/Auckland/ }));
    expect(zone).toHaveValue("Pacific/Auckland");
    await user.type(within(form).getByLabelText("Subject"), "Call");
    await press(user, form, "Create");
    await waitFor(() =>
      expect(sent<EventCreateRequest>("event_create")[0]?.event.time).toMatchObject({
        timeZone: "Pacific/Auckland",
      }),
    );
  });

  it("says in a sentence how an event repeats", async () => {
    const { user, sent } = await openCalendar();
    await drawn("debrief");
    await user.keyboard("n");
    const form = await screen.findByRole("dialog", { name: "New event" });
    await user.selectOptions(within(form).getByRole("combobox", { name: "Repeats" }), "weekly");
    await press(user, form, "Wednesday");
    await user.selectOptions(within(form).getByRole("combobox", { name: "Until" }), "never");
    expect(
      within(form).getByText("Every week on Monday and Wednesday, without end"),
    ).toBeInTheDocument();
    expect(await within(form).findByText("It goes on without end.")).toBeInTheDocument();
    await press(user, form, "Create");
    await waitFor(() =>
      expect(sent<EventCreateRequest>("event_create")[0]?.event.recurrence).toEqual({
        pattern: {
          kind: "weekly",
          interval: 1,
          days: ["monday", "wednesday"],
          weekStart: "monday",
        },
        end: { kind: "never" },
      }),
    );
  });

  it("makes one event of a series, and says that the others go", async () => {
    const { user, sent } = await openCalendar();
    await press(user, await openEvent(user, "committee.2026-11-18"), "Change");
    const asked = await screen.findByRole("alertdialog");
    await user.click(within(asked).getByRole("radio", { name: "The whole series" }));
    await press(user, asked, "Go on");
    const form = await screen.findByRole("dialog", { name: "Change the series" });
    await user.selectOptions(within(form).getByRole("combobox", { name: "Repeats" }), "none");
    expect(within(form).getByText(/One event is left, on .*2 September.*go\./)).toBeInTheDocument();
    await press(user, form, "Save");
    await screen.findByText("“Hiring committee” was changed");
    expect(sent<EventChangeRequest>("event_change")[0]).toMatchObject({
      eventId: "committee",
      changes: { recurrence: { kind: "single" }, time: null, subject: null },
    });
    await waitFor(() =>
      expect(document.querySelector("[data-event='committee.2026-11-18']")).toBeNull(),
    );
  });

  it("goes from day to day with the arrows, and makes an event on one that is empty", async () => {
    const { user } = await openCalendar();
    (await drawn("interview")).focus();
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toHaveAttribute("data-date", "2026-11-28");
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(document.activeElement).toHaveAttribute("data-event", "standup.2026-11-30");
    await user.keyboard("{ArrowUp}");
    expect(document.activeElement?.closest("[data-date]")).toHaveAttribute(
      "data-date",
      "2026-11-23",
    );
    await user.keyboard("{ArrowLeft}{Enter}");
    const form = await screen.findByRole("dialog", { name: "New event" });
    expect(within(form).getByLabelText("First day")).toHaveValue("2026-11-22");
  });

  it("moves an event by keyboard, tells where it goes, and takes it back", async () => {
    const { user, sent } = await openCalendar();
    (await drawn("debrief")).focus();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(await screen.findByText(/24 November 2026.*Enter moves it there/)).toBeInTheDocument();
    await waitFor(() => expect(document.activeElement).toHaveAttribute("data-event", "debrief"));
    await user.keyboard("{Escape}");
    expect(await screen.findByText(/Put back: .*23 November/)).toBeInTheDocument();
    expect(sent("event_change")).toHaveLength(0);
    (await drawn("debrief")).focus();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await user.keyboard("{Enter}");
    await screen.findByText(/was moved/);
    const time = {
      kind: "timed",
      start: "2026-11-24T13:00:00",
      end: "2026-11-24T14:00:00",
      timeZone: "Europe/Berlin",
    };
    expect(sent<EventChangeRequest>("event_change")[0]).toMatchObject({
      eventId: "debrief",
      changeKey: "1",
      changes: { time, subject: null },
    });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(sent("event_change")).toHaveLength(2));
    expect(sent<EventChangeRequest>("event_change")[1]?.changes.time).toMatchObject({
      start: "2026-11-23T13:00:00",
    });
  });

  it("asks of what repeats whether to move one or all, and names the reason where all can't be", async () => {
    const { user, sent } = await openCalendar();
    await drawn("committee.2026-11-25");
    await user.keyboard("w");
    await screen.findByRole("button", { name: /23\s–\s29/ });
    (await drawn("committee.2026-11-25")).focus();
    await user.keyboard("{Alt>}{ArrowDown}{ArrowDown}{/Alt}");
    await user.keyboard("{Enter}");
    const asked = await screen.findByRole("alertdialog");
    await user.click(within(asked).getByRole("radio", { name: "The whole series" }));
    await press(user, asked, "Move");
    await screen.findByText("All of “Hiring committee” was moved");
    expect(sent<EventChangeRequest>("event_change")[0]).toMatchObject({
      eventId: "committee",
      changes: { time: { start: "2026-09-02T14:30:00", end: "2026-09-02T16:00:00" } },
    });
    (await drawn("committee.2026-12-02".replace("12-02", "11-25"))).focus();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await user.keyboard("{Enter}");
    const again = await screen.findByRole("alertdialog");
    expect(within(again).getByRole("radio", { name: "The whole series" })).toBeDisabled();
    expect(again).toHaveTextContent("its rule names the day");
  });

  it("puts an event back when the move is refused", async () => {
    const { user } = await openCalendar({ refuse: "notAllowed" });
    (await drawn("debrief")).focus();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/was not moved/)).toBeInTheDocument();
    await waitFor(async () => expect(await drawn("debrief")).toHaveTextContent(/23 November/));
  });

  it("shows an event in full, in its own zone too", async () => {
    const { user } = await openCalendar();
    const card = await openEvent(user, "americas.2026-11-10");
    expect(card).toHaveTextContent(/16:00.*17:00/);
    expect(card).toHaveTextContent(/10:00.*11:00 in New York/);
    expect(card).toHaveTextContent("Every month on the second Tuesday, 12 times");
    expect(card).toHaveTextContent("5 people");
    expect(await violations(card)).toEqual([]);
  });

  it("cancels one of a series with a message", async () => {
    const { user, sent } = await openCalendar();
    await press(user, await openEvent(user, "committee.2026-11-18"), "Cancel event");
    const dialog = await screen.findByRole("alertdialog");
    await user.type(within(dialog).getByLabelText("Message to them"), "Nobody to hire");
    await press(user, dialog, "Cancel event");
    await screen.findByText("“Hiring committee” was cancelled");
    expect(sent<EventCancelRequest>("event_cancel")).toEqual([
      { groupId: HIRING, eventId: "committee.2026-11-18", message: "Nobody to hire" },
    ]);
  });

  it("answers an invitation without telling the organizer", async () => {
    const { user, sent } = await openCalendar();
    const card = await openEvent(user, "townhall");
    expect(within(card).queryByRole("button", { name: "Change" })).toBeNull();
    await press(user, card, "Maybe");
    await user.click(within(card).getByRole("checkbox", { name: "Tell the organizer" }));
    await press(user, card, "Answer");
    await screen.findByText("Answered with maybe");
    expect(sent<EventAnswerRequest>("event_answer")).toEqual([
      { groupId: HIRING, eventId: "townhall", answer: "tentative", message: "", send: false },
    ]);
  });

  it("overwrites nothing of what somebody else changed meanwhile", async () => {
    const { user, host, sent } = await openCalendar();
    await press(user, await openEvent(user, "debrief"), "Change");
    const form = await screen.findByRole("dialog", { name: "Change event" });
    const subject = within(form).getByLabelText("Subject");
    await user.clear(subject);
    await user.type(subject, "Mine");
    await user.type(within(form).getByLabelText("Where"), " 2");
    change(host, "debrief", "Theirs");
    await press(user, form, "Save");
    const conflict = await within(form).findByRole("alert", { name: /Somebody else changed it/ });
    expect(await violations(form)).toEqual([]);
    await user.click(within(conflict).getByRole("radio", { name: "Theirs: Theirs" }));
    await press(user, conflict, "Save what is chosen");
    await screen.findByText("“Theirs” was changed");
    expect(sent<EventChangeRequest>("event_change")[1]).toMatchObject({
      changeKey: "99",
      changes: { subject: null, location: "Room Elbe 2" },
    });
  });

  it("keeps the formatting of its text while something else is changed, and takes plain words too", async () => {
    const { user, sent } = await openCalendar();
    await press(user, await openEvent(user, "debrief"), "Change");
    const form = await screen.findByRole("dialog", { name: "Change event" });
    await within(form).findByRole("toolbar", { name: "How the text looks" });
    const text = within(form).getByRole("textbox", { name: "Text" });
    expect(within(text).getByText("notebook").tagName).toBe("STRONG");
    expect(await violations(form)).toEqual([]);
    await press(user, form, "Plain text");
    await press(user, form, "With formatting");
    await press(user, form, "Plain text");
    const plain = within(form).getByRole("textbox", { name: "Text" });
    expect(plain).toHaveValue("Bring what you want to decide. Notes are in the notebook.");
    await user.type(plain, "{Enter}Bring <notes>.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(sent<EventChangeRequest>("event_change")[0]?.changes).toMatchObject({
        subject: null,
        body: "<p>Bring what you want to decide. Notes are in the notebook.</p><p>Bring &lt;notes&gt;.</p>",
      }),
    );
  });

  it("asks before what was written is thrown away", async () => {
    const { user } = await openCalendar();
    await drawn("debrief");
    await user.keyboard("n");
    const form = await screen.findByRole("dialog", { name: "New event" });
    await user.type(within(form).getByLabelText("Subject"), "Final round");
    await press(user, form, "Cancel");
    const asked = await screen.findByRole("alertdialog");
    expect(asked).toHaveTextContent("Discard what you wrote?");
    await press(user, asked, "Discard");
    await waitFor(() => expect(screen.queryByLabelText("Subject")).toBeNull());
  });

  it("saves the days that are shown", async () => {
    const { user, sent } = await openCalendar();
    await drawn("debrief");
    await user.click(screen.getByRole("button", { name: "Save these days" }));
    await user.click(await screen.findByRole("menuitem", { name: /ICS/ }));
    await waitFor(() =>
      expect(sent("export_save")).toEqual([
        {
          content: {
            kind: "calendar",
            groupId: HIRING,
            first: "2026-11-01",
            last: "2026-11-30",
            timeZone: "Europe/Berlin",
          },
          format: "ics",
        },
      ]),
    );
  });

  it("says why it is not there, not the newest, or not to be changed", async () => {
    for (const [mailbox, words] of [
      ["beingMade", "The calendar is being made"],
      ["none", "This group has no calendar"],
      ["notPermitted", "You may not see this calendar"],
    ] as const) {
      const { unmount } = await openCalendar({ mailbox });
      expect(await screen.findByText(words)).toBeInTheDocument();
      unmount();
    }
    const offline = await openCalendar({ state: "offline" });
    expect(await screen.findByText(/You see the calendar as of/)).toBeInTheDocument();
    offline.unmount();
    const fixed = await openCalendar({ canManage: false });
    expect(await screen.findByText(/can't change it/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: /New event/ })).toBeNull();
    fixed.unmount();
    const broken = await openCalendar({ delay: 20 });
    broken.host.handlers.calendar_get = () => {
      throw fakeError("serviceUnavailable");
    };
    expect(await screen.findByText("The calendar was not read")).toBeInTheDocument();
  });
});
