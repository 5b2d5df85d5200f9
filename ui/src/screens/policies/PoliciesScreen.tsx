/** What the tenant decides, once it is known: its answer as the title, the areas beside what is open of them. */
import { makeStyles, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Navigate, useParams } from "react-router";

import { errorWords } from "@/components/errorWords";
import { PageHeader } from "@/components/PageHeader";
import type { Policies } from "@/ipc/bindings";
import { groupsQuery } from "@/ipc/queries";
import { formatAsOf, formatNumber } from "@/lib/dates";
import { needsDecision } from "@/lib/expiry";
import { links } from "@/lib/links";
import { answerWords } from "./answer";
import { AreaNav } from "./AreaNav";
import { areas, isArea } from "./areas";
import { PoliciesProvider } from "./context";
import { ExchangeMenu } from "./exchange/ExchangeMenu";
import { ReadAnew } from "./ReadAnew";

const useStyles = makeStyles({
  place: { containerType: "inline-size", containerName: "policies" },
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(11rem, 14rem) minmax(0, 1fr)",
    gap: "24px",
    alignItems: "start",
    maxWidth: "84rem",
    "@container policies (max-width: 48rem)": {
      gridTemplateColumns: "minmax(0, 1fr)",
      gap: "16px",
    },
  },
  area: {
    display: "grid",
    gap: "16px",
    minWidth: 0,
    containerType: "inline-size",
    containerName: "policy",
  },
});

export function PoliciesScreen({ policies }: { policies: Policies }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { area } = useParams();
  if (area !== undefined && !isArea(area)) return <Navigate to={links.policies} replace />;
  const { content: Content } = areas[area ?? "questions"];
  return (
    <PoliciesProvider policies={policies}>
      <PageHeader
        title={answerWords(t, policies)}
        subtitle={<Subtitle policies={policies} />}
        actions={<ExchangeMenu />}
      />
      <div className={styles.place}>
        <div className={styles.columns}>
          <AreaNav />
          <div className={styles.area}>
            {policies.lastError && <Stale policies={policies} />}
            <Content />
          </div>
        </div>
      </div>
    </PoliciesProvider>
  );
}

function Subtitle({ policies }: { policies: Policies }) {
  const { t } = useTranslation();
  const { data: list } = useQuery(groupsQuery());
  const soon = list?.groups.filter((group) => needsDecision(group, list.now)).length ?? 0;
  const words = [
    soon > 0 && t("policies.soon", { count: soon, shown: formatNumber(soon) }),
    rolesWords(t, policies),
    policies.asOf && t("common.asOf", { when: formatAsOf(policies.asOf, policies.now) }),
  ];
  return (
    <>
      {words.filter(Boolean).join(" · ")} <ReadAnew />
    </>
  );
}

function rolesWords(t: TFunction, { roles }: Policies): string | null {
  if (!roles || roles.length === 0) return null;
  return t("policies.youAre", {
    roles: roles.map((role) => t(`permissions.role.${role}`)).join(", "),
  });
}

function Stale({ policies: { lastError, asOf, now } }: { policies: Policies }) {
  const { t } = useTranslation();
  if (!lastError || !asOf) return null;
  return (
    <MessageBar intent="warning" politeness="polite" layout="multiline">
      <MessageBarBody>
        {t("policies.stale", {
          when: formatAsOf(asOf, now),
          why: `${errorWords(t, lastError).title}.`,
        })}
      </MessageBarBody>
    </MessageBar>
  );
}
