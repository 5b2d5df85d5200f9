/** The sentences for a failure, chosen by its code. */
import type { TFunction } from "i18next";

import type { CommandError } from "@/ipc/bindings";
import { CommandFailure } from "@/ipc/failure";
import { formatSeconds } from "@/lib/dates";

export interface ErrorWords {
  title: string;
  text: string;
  todo: string;
}

/** The command's error in whatever was thrown or received. */
export function commandErrorOf(error: unknown): CommandError {
  return CommandFailure.from(error).error;
}

export function errorWords(t: TFunction, error: CommandError): ErrorWords {
  const { params } = error;
  const values = {
    permissions: params.permissions.join(", ") || "Group.ReadWrite.All",
    tenant: params.tenant ?? "",
    clientId: params.clientId ?? "",
    file: params.file ?? "",
    wait: formatSeconds(params.retryAfterSeconds ?? 30),
    skew: formatSeconds(Math.abs(params.skewSeconds ?? 0)),
    reasons: params.reasons.map((reason) => t(`jobs.why.${reason}`)).join(" "),
  };
  return {
    title: t(`errors.by.${error.code}.title`, values),
    text: t(`errors.by.${error.code}.text`, values),
    todo: t(`errors.by.${error.code}.todo`, values),
  };
}
