/** One matter about groups: its words, and where it is dealt with. */
import {
  CalendarCancelRegular,
  GlobeRegular,
  HistoryRegular,
  PersonProhibitedRegular,
  PersonRegular,
} from "@fluentui/react-icons";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { daysUntil } from "@/lib/dates";
import { links } from "@/lib/links";
import { ExpiryChips } from "./ExpiryChips";
import { guestsIn, type Matter, type MatterKind } from "./matter";
import { MatterLine, type MatterLineProps } from "./MatterLine";
import { namesOf } from "./names";

const looks: Record<MatterKind, Pick<MatterLineProps, "icon" | "tone">> = {
  overdue: { icon: <CalendarCancelRegular />, tone: "red" },
  expiring: { icon: <HistoryRegular />, tone: "amber" },
  noOwner: { icon: <PersonProhibitedRegular />, tone: "red" },
  oneOwner: { icon: <PersonRegular />, tone: "amber" },
  guests: { icon: <GlobeRegular />, tone: "brand" },
};

interface Props {
  matter: Matter;
  now: string;
  first: boolean;
}

export function MatterRow({ matter, now, first }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { kind, groups } = matter;
  const { verb, to } = step(matter);
  return (
    <MatterLine
      {...looks[kind]}
      title={t(`home.${kind}.title`, { count: groups.length })}
      text={sentence(t, matter, now)}
      verb={t(`home.do.${verb}`)}
      first={first}
      onStep={() => void navigate(to)}
    >
      {kind === "expiring" && groups.length > 1 && <ExpiryChips groups={groups} now={now} />}
    </MatterLine>
  );
}

function sentence(t: TFunction, { kind, groups }: Matter, now: string): string {
  const names = namesOf(t, groups);
  if (kind === "expiring") return soonest(t, groups, now);
  if (kind === "noOwner") return t("home.noOwner.text", { names });
  return t(`home.${kind}.text`, {
    names,
    count: kind === "guests" ? guestsIn(groups) : groups.length,
  });
}

/** With several groups their names stand on the chips below. */
function soonest(t: TFunction, groups: Matter["groups"], now: string): string {
  const name = groups[0].displayName;
  const count = daysUntil(now, groups[0].expires ?? now);
  if (groups.length > 1) {
    return count === 0 ? t("home.expiring.firstToday") : t("home.expiring.first", { count });
  }
  return count === 0
    ? t("home.expiring.today", { name })
    : t("home.expiring.text", { name, count });
}

/** Where the matter is dealt with, with the filter or the selection that it is about. */
function step({ kind, groups }: Matter): { verb: "decide" | "show" | "review"; to: string } {
  switch (kind) {
    case "overdue":
    case "expiring":
      return { verb: "decide", to: links.renewal(groups[0].id) };
    case "noOwner":
      return { verb: "show", to: links.filtered("noOwner") };
    case "oneOwner":
      return { verb: "show", to: links.filtered("owned", "oneOwner") };
    case "guests":
      return { verb: "review", to: links.filtered("owned", "public", "guests") };
  }
}
