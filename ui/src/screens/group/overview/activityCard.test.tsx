import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { tenure } from "@/theme/colors";
import { HIRING, layOut, openGroup } from "../testing";

beforeEach(layOut);
afterEach(() => vi.restoreAllMocks());

describe("What was done lately", () => {
  it("shows what the service accepted without the colour of what it confirmed", async () => {
    await openGroup(HIRING, "overview", { history: 40 });
    const [accepted] = await screen.findAllByText(/^Accepted/);
    const icon = accepted?.closest("li")?.querySelector("svg");
    expect(icon).not.toBeNull();
    expect(icon?.outerHTML).not.toContain(tenure.tenureGreen);
  });
});
