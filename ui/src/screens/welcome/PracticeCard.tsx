/** The way in without an account. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, ClockRegular, PeopleRegular } from "@fluentui/react-icons";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { ErrorPanel } from "@/components/ErrorPanel";
import { call } from "@/ipc/call";
import { useEnter } from "./useEnter";
import { WayIn } from "./WayIn";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "10px" },
  item: { display: "flex", gap: "10px", color: tokens.colorNeutralForeground2 },
  icon: {
    flex: "none",
    fontSize: "18px",
    lineHeight: 1,
    paddingTop: "1px",
    color: tokens.colorBrandForeground1,
  },
  explore: { marginTop: "auto", height: "40px" },
});

export function PracticeCard() {
  const styles = useStyles();
  const { t } = useTranslation();
  const enter = useMutation({
    mutationFn: () => call("practice_enter", null),
    onSuccess: useEnter(),
  });
  return (
    <WayIn title={t("welcome.practice.title")} text={t("welcome.practice.text")}>
      <ul className={styles.list}>
        <Point icon={<PeopleRegular />}>{t("welcome.practice.size")}</Point>
        <Point icon={<ClockRegular />}>{t("welcome.practice.clock")}</Point>
        <Point icon={<CheckmarkRegular />}>{t("welcome.practice.same")}</Point>
      </ul>
      {enter.error && <ErrorPanel error={enter.error} title={t("welcome.practice.failed")} />}
      <Button
        appearance="primary"
        className={styles.explore}
        disabledFocusable={enter.isPending}
        onClick={() => enter.mutate()}
      >
        {enter.isPending ? t("welcome.practice.starting") : t("welcome.practice.explore")}
      </Button>
    </WayIn>
  );
}

function Point({ icon, children }: { icon: ReactElement; children: string }) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <span aria-hidden className={styles.icon}>
        {icon}
      </span>
      <span>{children}</span>
    </li>
  );
}
