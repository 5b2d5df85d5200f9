import { describe, expect, it } from "vitest";

import type { Person } from "@/ipc/bindings";
import { entriesOf, meant } from "./usePastedPeople";

const person = (
  displayName: string,
  address: string | null,
  more: Partial<Person> = {},
): Person => ({
  id: `${displayName} ${address ?? ""}`,
  displayName,
  address,
  jobTitle: null,
  kind: "member",
  enabled: true,
  ...more,
});

describe("pasted people", () => {
  it("are told apart whatever stands between them", () => {
    expect(
      entriesOf('Megan Bowen <megan@contoso.example>; "a@contoso.example",\r\nNestor Wilke\t\n'),
    ).toEqual(["megan@contoso.example", "a@contoso.example", "Nestor Wilke"]);
  });

  it("are each taken once", () => {
    expect(entriesOf("a@contoso.example\na@contoso.example")).toEqual(["a@contoso.example"]);
  });

  it("are meant by address, whatever their name begins with", () => {
    const found = [
      person("Ann Lee", "ann.lee@contoso.example"),
      person("Ann", "ann@contoso.example"),
    ];
    expect(meant("Ann@Contoso.example", found)?.displayName).toBe("Ann");
    expect(meant("ann@fabrikam.example", found)).toBeUndefined();
  });

  it("are not guessed between two of the same name", () => {
    const two = [person("Kim", "kim1@contoso.example"), person("Kim", "kim2@contoso.example")];
    expect(meant("Kim", two)).toBeUndefined();
    expect(meant("kim", two.slice(1))?.address).toBe("kim2@contoso.example");
  });

  it("are people, not devices", () => {
    expect(meant("printer", [person("printer", null, { kind: "other" })])).toBeUndefined();
  });
});
