/** What can be done with the selected groups, and what the first of it costs. It floats above the table's bottom edge. */
import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import {
  DeleteRegular,
  DismissRegular,
  EyeRegular,
  GlobeRegular,
  LockClosedRegular,
  PersonAddRegular,
  StarOffRegular,
  StarRegular,
} from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";

import { Key } from "@/components/Key";
import type { GroupSummary } from "@/ipc/bindings";
import { formatNumber, formatSeconds } from "@/lib/dates";
import { tenure } from "@/theme/colors";
import { costOf } from "./cost";

const useStyles = makeStyles({
  place: {
    position: "absolute",
    zIndex: 3,
    left: "12px",
    right: "12px",
    bottom: "20px",
    display: "flex",
    justifyContent: "center",
    pointerEvents: "none",
    containerType: "inline-size",
    containerName: "bulk",
  },
  bar: {
    pointerEvents: "auto",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "8px 8px 8px 16px",
    borderRadius: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tenure.tenureShadowFloat,
    animationName: {
      from: { opacity: 0, transform: "translateY(8px)" },
      to: { opacity: 1, transform: "none" },
    },
    animationDuration: "150ms",
    animationTimingFunction: "ease-out",
  },
  words: { marginRight: "8px", whiteSpace: "nowrap" },
  count: { fontWeight: tokens.fontWeightSemibold },
  cost: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    "@container bulk (max-width: 36rem)": { display: "none" },
  },
  /** Where the bar is narrow the icon says it, and the name is said to screen readers. */
  word: {
    "@container bulk (max-width: 60rem)": {
      position: "absolute",
      width: "1px",
      height: "1px",
      overflow: "hidden",
      clipPath: "inset(50%)",
    },
  },
  narrow: {
    "@container bulk (max-width: 60rem)": {
      minWidth: "32px",
      padding: "5px 8px",
      "& .fui-Button__icon": { marginRight: 0 },
    },
  },
  key: { marginLeft: "8px", display: "inline-flex" },
});

export interface BulkActions {
  renew: () => void;
  addPeople: () => void;
  setVisibility: (visibility: "public" | "private") => void;
  star: (marked: boolean) => void;
  remove: () => void;
}

interface Props {
  groups: readonly GroupSummary[];
  /** How many of them are not among the rows. */
  hidden: number;
  canManage: boolean;
  busy: boolean;
  actions: BulkActions;
  onClear: () => void;
}

export const canRenew = ({ owned, expires }: GroupSummary): boolean => owned && expires !== null;

export function BulkBar({ groups, hidden, canManage, busy, actions, onClear }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const count = groups.length;
  const renewable = groups.filter(canRenew).length;
  const marked = groups.every(({ favorite }) => favorite.marked === true);
  const off = !canManage || busy;
  return (
    <div className={styles.place}>
      <div role="toolbar" aria-label={t("groups.bulk.label")} className={styles.bar}>
        <Words count={count} hidden={hidden} renewable={renewable} canManage={canManage} />
        <Button
          appearance="primary"
          disabledFocusable={off || renewable === 0}
          onClick={actions.renew}
        >
          {t("groups.bulk.renew", { shown: formatNumber(renewable) })}
          <span className={styles.key}>
            <Key onBrand>R</Key>
          </span>
        </Button>
        <Button
          className={styles.narrow}
          icon={<PersonAddRegular />}
          disabledFocusable={off}
          onClick={actions.addPeople}
        >
          <span className={styles.word}>{t("groups.bulk.addPeople")}</span>
        </Button>
        <VisibilityMenu disabled={off} onChoose={actions.setVisibility} />
        <Button
          className={styles.narrow}
          icon={marked ? <StarOffRegular /> : <StarRegular />}
          disabledFocusable={off}
          onClick={() => actions.star(!marked)}
        >
          <span className={styles.word}>
            {t(marked ? "groups.bulk.unstar" : "groups.bulk.star")}
          </span>
        </Button>
        <Button
          className={styles.narrow}
          icon={<DeleteRegular />}
          disabledFocusable={off}
          onClick={actions.remove}
        >
          <span className={styles.word}>
            {t(count === 1 ? "groups.bulk.delete" : "groups.bulk.deleteMany")}
          </span>
        </Button>
        <Tooltip relationship="label" content={t("groups.bulk.clear")}>
          <Button appearance="subtle" icon={<DismissRegular />} onClick={onClear} />
        </Tooltip>
      </div>
    </div>
  );
}

interface WordsProps {
  count: number;
  hidden: number;
  renewable: number;
  canManage: boolean;
}

function Words({ count, hidden, renewable, canManage }: WordsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const cost = costOf(renewable);
  const time = cost.seconds === 1 ? t("groups.bulk.aSecond") : formatSeconds(cost.seconds);
  const second = !canManage
    ? t("groups.bulk.needsPermission")
    : hidden > 0
      ? t("groups.bulk.hidden", { shown: formatNumber(hidden) })
      : renewable === 0
        ? t("groups.bulk.noneRenewable")
        : t("groups.bulk.cost", {
            count: cost.requests,
            shown: formatNumber(cost.requests),
            time,
          });
  return (
    <div role="status" className={styles.words}>
      <div className={styles.count}>
        {t("groups.bulk.selected", { shown: formatNumber(count) })}
      </div>
      <div className={styles.cost}>{second}</div>
    </div>
  );
}

interface VisibilityMenuProps {
  disabled: boolean;
  onChoose: (visibility: "public" | "private") => void;
}

function VisibilityMenu({ disabled, onChoose }: VisibilityMenuProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Menu positioning="above-start">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton className={styles.narrow} icon={<EyeRegular />} disabledFocusable={disabled}>
          <span className={styles.word}>{t("groups.bulk.visibility")}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<GlobeRegular />}
            subText={t("groups.visibilityHint.public")}
            onClick={() => onChoose("public")}
          >
            {t("groups.visibility.public")}
          </MenuItem>
          <MenuItem
            icon={<LockClosedRegular />}
            subText={t("groups.visibilityHint.private")}
            onClick={() => onChoose("private")}
          >
            {t("groups.visibility.private")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
