import { describe, expect, it } from "vitest";

import type { SignInRequest } from "@/ipc/bindings";
import { CommandFailure, commandError, NO_PARAMS } from "@/ipc/failure";
import { cleaned, invalidFields, refusedField } from "./validation";

const form: SignInRequest = {
  cloud: "global",
  tenant: "contoso.com",
  clientId: "5f1c2f7e-0d0b-4a5e-9b51-1f6b7c0d9a2e",
  graphUrl: null,
  authority: null,
  step: "read",
  policies: true,
};

describe("The sign-in form", () => {
  it.each(["contoso.com", "organizations", form.clientId, " contoso.onmicrosoft.com "])(
    "accepts the tenant %s",
    (tenant) => expect(invalidFields({ ...form, tenant })).toEqual([]),
  );

  it.each(["", "contoso", "contoso.com/", "-a.com", "two words.com"])(
    "does not accept the tenant “%s”",
    (tenant) => expect(invalidFields({ ...form, tenant })).toEqual(["tenant"]),
  );

  it("wants https, but for addresses on this computer", () => {
    const custom = { ...form, cloud: "custom" as const, authority: "http://127.0.0.1:8080" };
    expect(invalidFields({ ...custom, graphUrl: "http://graph.example" })).toEqual(["graphUrl"]);
    expect(invalidFields({ ...custom, graphUrl: "https://graph.example/v1.0" })).toEqual([]);
  });

  it("drops copied spaces, and addresses that do not count", () => {
    const copied = { ...form, tenant: " contoso.com\n", graphUrl: "https://graph.example" };
    expect(cleaned(copied)).toEqual(form);
  });

  it("finds the field that a failure belongs to", () => {
    expect(refusedField(new CommandFailure(commandError("tenantUnknown", "")))).toBe("tenant");
    const params = { ...NO_PARAMS, field: "graphUrl" };
    const invalid = new CommandFailure(commandError("invalidInput", "", { params }));
    expect(refusedField(invalid)).toBe("graphUrl");
    expect(refusedField(new CommandFailure(commandError("offline", "")))).toBeNull();
  });
});
