/** What the sign-in form accepts, and which field a refusal belongs to. */
import type { SignInRequest } from "@/ipc/bindings";
import { CommandFailure } from "@/ipc/failure";

export type FieldName = "tenant" | "clientId" | "graphUrl" | "authority";

export const FIELDS: readonly FieldName[] = ["graphUrl", "authority", "tenant", "clientId"];

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/i;

/** Which words of `welcome.invalid` a field that is not acceptable earns. */
export function invalidField(
  form: SignInRequest,
  field: FieldName,
): "tenant" | "clientId" | "url" | null {
  switch (field) {
    case "tenant":
      return isTenant(form.tenant) ? null : "tenant";
    case "clientId":
      return GUID.test(form.clientId.trim()) ? null : "clientId";
    default:
      return form.cloud !== "custom" || isAddress(form[field]) ? null : "url";
  }
}

export const invalidFields = (form: SignInRequest): FieldName[] =>
  FIELDS.filter((field) => invalidField(form, field) !== null);

const isTenant = (text: string): boolean =>
  text.trim() === "organizations" || GUID.test(text.trim()) || DOMAIN.test(text.trim());

/** An https address; plain http only on this computer, for development. */
function isAddress(text: string | null): boolean {
  const url = URL.parse(text?.trim() ?? "");
  if (!url) return false;
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return url.protocol === "https:" || (url.protocol === "http:" && here);
}

/** What is sent: without the spaces that copying brings along, and addresses only where they count. */
export function cleaned(form: SignInRequest): SignInRequest {
  const custom = form.cloud === "custom";
  return {
    ...form,
    tenant: form.tenant.trim(),
    clientId: form.clientId.trim(),
    graphUrl: custom ? (form.graphUrl?.trim() ?? null) : null,
    authority: custom ? (form.authority?.trim() ?? null) : null,
  };
}

/** The field at which a failed sign-in is to be mended, where there is one. */
export function refusedField(error: Error | null): FieldName | null {
  if (!(error instanceof CommandFailure)) return null;
  if (error.code === "tenantUnknown") return "tenant";
  if (error.code === "clientUnknown") return "clientId";
  const named = error.error.params.field;
  return FIELDS.find((field) => field === named) ?? null;
}
