import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";

import type { Job, JobList } from "@/ipc/bindings";
import { jobOf, titleOf } from "@/ipc/fake/jobs";
import { FakeHost, fakeError } from "@/ipc/fake/host";
import { connectForTests } from "@/ipc/host";
import { keys } from "@/ipc/queries";
import { carryOut, goOn, listenFor } from "./useAppEvents";

const begin = () => {
  const client = new QueryClient();
  const stale = vi.spyOn(client, "invalidateQueries");
  return { client, stale, happen: carryOut(client) };
};

describe("Events", () => {
  it("make stale what carries the tag, and nothing else", () => {
    const { happen, stale } = begin();
    happen({ kind: "changed", tags: ["practice"] });
    expect(stale.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([keys.practice]);
  });

  it("do not let a late progress go back", () => {
    const { happen, client } = begin();
    happen({ kind: "refreshProgress", sequence: 2, loaded: 1_998 });
    happen({ kind: "refreshProgress", sequence: 1, loaded: 999 });
    expect(client.getQueryData(keys.progress)).toBe(1_998);
  });

  it("do not let a late report take a job back", () => {
    const { happen, client } = begin();
    const job = (sequence: number, state: Job["state"]): Job => ({
      ...jobOf("job-1", titleOf([], false), [], "2026-11-23T09:41:00Z"),
      sequence,
      state,
    });
    client.setQueryData(keys.jobs, { jobs: [job(1, "running")] });
    happen({ kind: "jobProgress", job: job(3, "finished") });
    happen({ kind: "jobProgress", job: job(2, "running") });
    expect(client.getQueryData<JobList>(keys.jobs)?.jobs.map(({ state }) => state)).toEqual([
      "finished",
    ]);
  });

  it("forget the progress when the refresh has ended", () => {
    const { happen, client, stale } = begin();
    happen({ kind: "refreshProgress", sequence: 1, loaded: 999 });
    happen({ kind: "refreshEnded", error: null });
    expect(client.getQueryData(keys.progress)).toBeNull();
    expect(stale).toHaveBeenCalledWith({ queryKey: keys.groups });
  });

  it("have a first answer asked for again that was under way when they came", async () => {
    const { happen, client } = begin();
    const answers = ["before the change", "after it"];
    const release: (() => void)[] = [];
    const observer = new QueryObserver(client, {
      queryKey: keys.groups,
      queryFn: () => {
        const answer = answers.shift();
        return new Promise<string | undefined>((resolve) => release.push(() => resolve(answer)));
      },
    });
    const stop = observer.subscribe(() => undefined);
    happen({ kind: "refreshEnded", error: null });
    release[0]?.();
    await vi.waitFor(() => expect(release).toHaveLength(2));
    release[1]?.();
    await vi.waitFor(() => expect(client.getQueryData(keys.groups)).toBe("after it"));
    stop();
  });
});

describe("Whoever listens", () => {
  it("carries out what is told once, until the last has ended it", async () => {
    const host = new FakeHost();
    connectForTests(host);
    const { client, stale } = begin();
    const ends = [listenFor(client), listenFor(client)];
    await vi.waitFor(() => {
      host.stage.emit({ kind: "changed", tags: ["practice"] });
      expect(stale).toHaveBeenCalled();
    });
    expect(stale).toHaveBeenCalledTimes(1);
    ends[0]?.();
    host.stage.emit({ kind: "changed", tags: ["practice"] });
    expect(stale).toHaveBeenCalledTimes(2);
    ends[1]?.();
    host.stage.emit({ kind: "changed", tags: ["practice"] });
    expect(stale).toHaveBeenCalledTimes(2);
  });
});

describe("A connection that may be back", () => {
  it.each([
    ["offline", false, 1],
    ["offline", true, 0],
    ["notAllowed", false, 0],
  ] as const)("after %s, refreshing %s, starts %i refreshes", async (code, refreshing, times) => {
    const host = new FakeHost();
    connectForTests(host);
    const { client } = begin();
    client.setQueryData(keys.groups, { groups: [], lastError: fakeError(code), refreshing });
    await goOn(client);
    expect(host.calls.filter(({ command }) => command === "groups_refresh")).toHaveLength(times);
  });
});
