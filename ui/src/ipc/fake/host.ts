/** The fake host: answers every command from a world in memory, after a moment. */
import type { AppEvent, CommandError, Commands, ErrorCode } from "../bindings";
import { commandError, NO_PARAMS } from "../failure";
import type { Host } from "../host";
import { calendarCommands } from "./calendar";
import { checkCommands } from "./check";
import { conversationCommands } from "./conversations";
import { decisionCommands } from "./decisions";
import { deletedCommands } from "./deleted";
import { detailCommands } from "./details";
import { evidenceCommands } from "./evidence";
import { groupCommands } from "./groups";
import { jobCommands } from "./jobs";
import { memberCommands } from "./members";
import { namingCommands } from "./naming";
import { defaults, optionsFrom, type FakeOptions } from "./options";
import { peopleCommands } from "./people";
import { policyCommands } from "./policies";
import { recordCommands } from "./record";
import { sessionCommands } from "./session";
import { tableCommands } from "./tables";
import { START, world, type Size, type World } from "./world";

export type Handlers = {
  [Name in keyof Commands]: (
    request: Commands[Name]["request"],
  ) => Commands[Name]["response"] | Promise<Commands[Name]["response"]>;
};

/** What the commands of the fake host share. */
export interface Stage {
  options: FakeOptions;
  world: World;
  now: string;
  emit(event: AppEvent): void;
}

const commands = (stage: Stage): Handlers => ({
  ...sessionCommands(stage),
  ...groupCommands(stage),
  ...detailCommands(stage),
  ...namingCommands(stage),
  ...memberCommands(stage),
  ...peopleCommands(stage),
  ...checkCommands(stage),
  ...jobCommands(stage),
  ...recordCommands(stage),
  ...deletedCommands(stage),
  ...tableCommands(stage),
  ...evidenceCommands(stage),
  ...decisionCommands(stage),
  ...conversationCommands(stage),
  ...calendarCommands(stage),
  ...policyCommands(stage),
});

const sizeOf = (options: FakeOptions): Size =>
  options.state === "empty" ? { ...options, groups: 0, members: 0, deleted: 0 } : options;

export class FakeHost implements Host {
  /** Every call that was made, for tests to look at. */
  readonly calls: Array<{ command: string; request: unknown }> = [];
  readonly stage: Stage;
  readonly handlers: Handlers;
  private readonly listeners = new Set<(event: AppEvent) => void>();

  constructor(options: Partial<FakeOptions> = {}) {
    const complete = { ...defaults, ...options };
    this.stage = {
      options: complete,
      world: world(sizeOf(complete)),
      now: START,
      emit: (event) => this.listeners.forEach((listener) => listener(event)),
    };
    this.handlers = commands(this.stage);
  }

  async invoke(command: string, { request }: { request: unknown }): Promise<unknown> {
    this.calls.push({ command, request });
    await new Promise((resolve) => setTimeout(resolve, this.stage.options.delay));
    const handler = this.handlers[command as keyof Commands] as (request: unknown) => unknown;
    // What crosses to the window is always a copy.
    return structuredClone(await handler(request));
  }

  listen(listener: (event: AppEvent) => void): Promise<() => void> {
    this.listeners.add(listener);
    return Promise.resolve(() => this.listeners.delete(listener));
  }
}

export const fakeHostFromAddress = (search: string): Host => new FakeHost(optionsFrom(search));

const statuses: Partial<Record<ErrorCode, [number, string]>> = {
  throttled: [429, "TooManyRequests"],
  notAllowed: [403, "Authorization_RequestDenied"],
  notFound: [404, "Request_ResourceNotFound"],
  serviceUnavailable: [503, "UnknownError"],
  adminConsentRequired: [400, "AADSTS65001"],
};

/** An error as the shell would send it. */
export function fakeError(code: ErrorCode): CommandError {
  const [status, serviceCode] = statuses[code] ?? [null, null];
  return commandError(code, `The fake host failed with ${code}.`, {
    status,
    serviceCode,
    retryable: ["offline", "throttled", "serviceUnavailable", "signInTimedOut"].includes(code),
    requestId: status ? "5f1c2f7e-0d0b-4a5e-9b51-1f6b7c0d9a2e" : null,
    params: {
      ...NO_PARAMS,
      permissions: ["Group.ReadWrite.All"],
      adminConsentUrl: "https://login.example/adminconsent?client_id=1",
      retryAfterSeconds: 4,
      skewSeconds: 840,
      tenant: "contoso.example",
      clientId: "5f1c2f7e-0d0b-4a5e-9b51-1f6b7c0d9a2e",
      file: "accounts.json",
    },
  });
}
