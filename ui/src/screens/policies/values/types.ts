/** What kind of field a value takes, from its template's type, and what cannot be such a value. */
import type { SettingValue } from "@/ipc/bindings";

type ValueType = "boolean" | "number" | "guid" | "group" | "url" | "text" | "long" | "unknown";

const byType: Record<string, ValueType> = {
  "System.Boolean": "boolean",
  "System.Int32": "number",
  "System.Int64": "number",
  "System.Guid": "guid",
  "System.String": "text",
};

/** So long a text gets more than one line. */
const LONG = 60;

export function typeOf({ name, valueType, value, defaultValue }: SettingValue): ValueType {
  if (name === "GroupCreationAllowedGroupId") return "group";
  const type = valueType === null ? "unknown" : (byType[valueType] ?? "unknown");
  if (type !== "text") return type;
  if (name.endsWith("Url")) return "url";
  return value.length > LONG || (defaultValue?.length ?? 0) > LONG ? "long" : "text";
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type ValueProblem = "number" | "guid" | "url";

export function problemOf(type: ValueType, value: string): ValueProblem | null {
  if (type === "number") return /^-?\d{1,18}$/.test(value) ? null : "number";
  if (value === "") return null;
  if (type === "guid") return GUID.test(value) ? null : "guid";
  return type === "url" && !isWebAddress(value) ? "url" : null;
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && ["https:", "http:"].includes(url.protocol);
}
