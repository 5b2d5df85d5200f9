/** The decisions about the selected group, each with its key; what renewing gives stands above them. */
import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { Key } from "@/components/Key";
import type { Outlook } from "@/ipc/bindings";
import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";
import { BeforeClick } from "../evidence/BeforeClick";
import type { EvidenceProps } from "../evidence/Evidence";
import { isRenewable } from "../gone";
import { AskDialog } from "./AskDialog";
import { LaterPopover } from "./LaterPopover";
import { LetExpirePopover } from "./LetExpirePopover";
import { Outcome } from "./Outcome";

const useStyles = makeStyles({
  root: {
    flex: "none",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "12px 16px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { justifyContent: "space-between", minHeight: "36px", width: "100%", minWidth: 0 },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "8px",
    "@container desk (max-width: 42rem)": { gridTemplateColumns: "minmax(0, 1fr)" },
    "@container desk (max-width: 31rem)": { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)" },
  },
  small: { minHeight: "32px", paddingLeft: "10px", paddingRight: "8px", whiteSpace: "nowrap" },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type Props = EvidenceProps & { outlook: Outlook | null };

export function DecisionButtons(props: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Outcome result={props.latest} onShow={props.onSelect} />
      {props.group.gone ? <GoneDecisions {...props} /> : <LiveDecisions {...props} />}
    </div>
  );
}

function LiveDecisions({ group, list, result, verdicts, asking, outlook }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const canManage = useSession()?.canManage ?? false;
  const renewing = result?.step === "renewing";
  const renewable = isRenewable(group);
  const small = mergeClasses(styles.button, styles.small);
  return (
    <>
      <BeforeClick group={group} list={list} outlook={outlook} />
      {!renewable && <div className={styles.note}>{t("decisions.cannot")}</div>}
      {!canManage && <NeedsPermission words={t("decisions.needsPermission")} />}
      <Button
        appearance="primary"
        className={styles.button}
        data-coach="renew"
        disabled={!canManage || !renewable}
        disabledFocusable={renewing}
        onClick={() => verdicts.renew(group)}
      >
        {t(renewing ? "decisions.renewing" : "decisions.renew")}
        <Key onBrand>R</Key>
      </Button>
      <div className={styles.pair}>
        <LaterPopover
          group={group}
          now={list.now}
          open={asking.open === "later"}
          onOpen={(open) => (open ? asking.ask("later") : asking.close())}
          onDecide={(decision) => verdicts.decide(group, decision)}
        >
          <Button className={small} disabled={!renewable}>
            {t("decisions.later")}
            <Key>T</Key>
          </Button>
        </LaterPopover>
        <LetExpirePopover
          key={group.id}
          open={asking.open === "letExpire"}
          onOpen={(open) => (open ? asking.ask("letExpire") : asking.close())}
          onDecide={(decision) => verdicts.decide(group, decision)}
        >
          <Button className={small} disabled={!renewable}>
            {t("decisions.letExpire")}
            <Key>L</Key>
          </Button>
        </LetExpirePopover>
        <Button className={small} disabled={!renewable} onClick={() => asking.ask("ask")}>
          {t("decisions.ask")}
          <Key>A</Key>
        </Button>
        <Button className={small} onClick={() => void navigate(links.group(group.id))}>
          {t("decisions.open")}
          <Key>O</Key>
        </Button>
      </div>
      {asking.open === "ask" && <AskDialog group={group} now={list.now} onClose={asking.close} />}
    </>
  );
}

function GoneDecisions({ group, verdicts }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const canManage = useSession()?.canManage ?? false;
  const restoring = verdicts.restoring.has(group.id);
  return (
    <>
      {!canManage && <NeedsPermission words={t("decisions.restoreNeedsPermission")} />}
      <Button
        appearance="primary"
        className={styles.button}
        data-coach="restore"
        disabled={!canManage}
        disabledFocusable={restoring}
        onClick={() => verdicts.restore(group)}
      >
        {t(restoring ? "decisions.restoring" : "decisions.restore")}
        <Key onBrand>B</Key>
      </Button>
    </>
  );
}

function NeedsPermission({ words }: { words: string }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className={styles.note}>
      {words}{" "}
      <Link inline onClick={() => void navigate(links.settings)}>
        {t("decisions.toPermissions")}
      </Link>
    </div>
  );
}
