/** The areas of the screen: where each stands, and what is shown of it. */
import type { ComponentType } from "react";

import type { PolicyArea as LinkedArea } from "@/lib/links";
import { ClassificationArea } from "./values/ClassificationArea";
import { CreationArea } from "./values/CreationArea";
import { ExpirationArea } from "./expiration/ExpirationArea";
import { GuestsArea } from "./values/GuestsArea";
import { GuidelinesArea } from "./values/GuidelinesArea";
import { NamingArea } from "./naming/NamingArea";
import { Questions } from "./questions/Questions";
import { TemplatesArea } from "./templates/TemplatesArea";

/** Questions that owners ask come first; they have the screen's own address. */
export type AreaName = LinkedArea | "questions";

export const AREAS: readonly AreaName[] = [
  "questions",
  "expiration",
  "naming",
  "creation",
  "guests",
  "classification",
  "guidelines",
  "templates",
];

export const areas: Record<AreaName, { content: ComponentType }> = {
  questions: { content: Questions },
  expiration: { content: ExpirationArea },
  naming: { content: NamingArea },
  creation: { content: CreationArea },
  guests: { content: GuestsArea },
  classification: { content: ClassificationArea },
  guidelines: { content: GuidelinesArea },
  templates: { content: TemplatesArea },
};

export const isArea = (name: string): name is LinkedArea =>
  name !== "questions" && AREAS.some((each) => each === name);
