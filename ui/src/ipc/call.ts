/** Calls a command of the shell, typed by the generated contract. */
import type { Commands } from "./bindings";
import { CommandFailure } from "./failure";
import { host } from "./host";

export async function call<Name extends keyof Commands>(
  command: Name,
  request: Commands[Name]["request"],
): Promise<Commands[Name]["response"]> {
  try {
    return (await (await host()).invoke(command, { request })) as Commands[Name]["response"];
  } catch (thrown) {
    throw CommandFailure.from(thrown, command);
  }
}
