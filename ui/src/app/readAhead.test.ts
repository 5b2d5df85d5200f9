import { beforeEach, describe, expect, it, vi } from "vitest";

import { FakeHost } from "@/ipc/fake/host";
import { connectForTests } from "@/ipc/host";
import { keys, startQuery } from "@/ipc/queries";
import { createClient } from "./client";
import { readAhead } from "./readAhead";

async function begin(options: ConstructorParameters<typeof FakeHost>[0], hash: string) {
  const host = new FakeHost({ delay: 0, ...options });
  connectForTests(host);
  window.location.hash = hash;
  const client = createClient();
  const begun = await client.fetchQuery(startQuery());
  return { host, client, begun };
}

describe("Reading ahead", () => {
  beforeEach(() => {
    vi.useRealTimers();
    window.location.hash = "";
  });

  it("has what the first screen shows before it is drawn", async () => {
    const { client, begun } = await begin({}, "#/groups?filter=owned");
    await readAhead(client, begun);
    for (const key of [keys.groups, keys.accounts, keys.jobs, keys.practice, keys.tableLayout]) {
      expect(client.getQueryData(key), key[0]).toBeDefined();
    }
  });

  it("asks for nothing that only somebody who is signed in has", async () => {
    const { host, client, begun } = await begin({ state: "signedOut" }, "");
    await readAhead(client, begun);
    expect(host.calls.map(({ command }) => command)).toEqual(["app_started"]);
  });

  it("does not keep the window waiting for a list that does not come", async () => {
    const { host, client, begun } = await begin({}, "");
    host.handlers.groups_list = () => new Promise<never>(() => undefined);
    await readAhead(client, begun);
    expect(client.getQueryData(keys.groups)).toBeUndefined();
  });
});
