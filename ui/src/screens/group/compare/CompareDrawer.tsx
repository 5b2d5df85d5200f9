/** Who is in this group and who in another one; and the people of one copied to the other. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { Choice } from "@/components/Choice";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import type { Comparison, GroupSummary } from "@/ipc/bindings";
import { comparisonQuery } from "@/ipc/queries";
import { formatNumber } from "@/lib/dates";
import { useOpenGroup } from "../openGroup";
import { SideDrawer } from "../SideDrawer";
import { CopyFooter } from "./CopyFooter";
import { GroupPicker } from "./GroupPicker";
import { PeopleLines } from "./PeopleLines";

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  lists: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "10px",
    flex: 1,
    minHeight: 0,
  },
});

const LISTS = ["onlyLeft", "both", "onlyRight"] as const;
type ListName = (typeof LISTS)[number];

export function CompareDrawer({ copy }: { copy: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { closeSide, summary } = useOpenGroup();
  const [other, setOther] = useState<GroupSummary | null>(null);
  const name = summary.displayName;
  return (
    <SideDrawer
      title={t(copy ? "group.compare.copyTitle" : "group.compare.title", { name })}
      onClose={closeSide}
      footer={other ? <CopyFooter other={other} /> : undefined}
    >
      <div className={styles.hint}>{t(copy ? "group.compare.copyHint" : "group.compare.hint")}</div>
      <GroupPicker chosen={other} onChosen={setOther} />
      {other && <Compared key={other.id} other={other} />}
      {!other && (
        <div>
          <Button onClick={closeSide}>{t("common.cancel")}</Button>
        </div>
      )}
    </SideDrawer>
  );
}

function Compared({ other }: { other: GroupSummary }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { groupId } = useOpenGroup();
  const { data, error, refetch } = useQuery(comparisonQuery(groupId, other.id));
  const [shown, setShown] = useState<ListName>("onlyLeft");
  if (error) {
    return (
      <ErrorPanel error={error} title={t("group.compare.failed")} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <LoadingRows rows={5} height={46} />;
  return (
    <div className={styles.lists}>
      <Choice
        label={t("group.compare.lists")}
        chosen={shown}
        onChoose={setShown}
        options={LISTS.map((value) => ({ value, text: optionWords(t, data, value) }))}
      />
      <PeopleLines
        key={shown}
        people={data[shown]}
        label={t(`group.compare.${shown}`)}
        empty={t(`group.compare.none.${shown}`)}
      />
    </div>
  );
}

const optionWords = (t: TFunction, compared: Comparison, list: ListName): string =>
  `${t(`group.compare.${list}`)} ${formatNumber(compared[list].length)}`;
