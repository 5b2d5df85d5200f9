/** The one error that commands fail with. Words for people are in the catalogue, by its code. */
import type { CommandError, Commands, ErrorCode, ErrorParams } from "./bindings";

export const NO_PARAMS: ErrorParams = {
  permissions: [],
  adminConsentUrl: null,
  tenant: null,
  clientId: null,
  retryAfterSeconds: null,
  skewSeconds: null,
  field: null,
  reason: null,
  file: null,
  most: null,
  reasons: [],
  theirs: [],
};

export class CommandFailure extends Error {
  override readonly name = "CommandFailure";

  constructor(
    readonly error: CommandError,
    readonly command?: keyof Commands,
  ) {
    super(error.message);
  }

  get code(): ErrorCode {
    return this.error.code;
  }

  /** Wraps whatever was thrown; what is not a command's error is a defect of the application. */
  static from(thrown: unknown, command?: keyof Commands): CommandFailure {
    if (thrown instanceof CommandFailure) return thrown;
    if (isCommandError(thrown)) return new CommandFailure(thrown, command);
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new CommandFailure(commandError("internal", message), command);
  }
}

/** A command's error of which only code and message are known. */
export function commandError(
  code: ErrorCode,
  message: string,
  more: Partial<CommandError> = {},
): CommandError {
  return {
    code,
    message,
    retryable: false,
    status: null,
    serviceCode: null,
    requestId: null,
    params: NO_PARAMS,
    ...more,
  };
}

function isCommandError(thrown: unknown): thrown is CommandError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "params" in thrown;
}
