/** Everybody in the group: owners apart from members, found and narrowed, changed one by one or many at once. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useExport } from "@/components/jobs/useExport";
import { LoadingRows } from "@/components/LoadingRows";
import { formatNumber } from "@/lib/dates";
import { PeopleRegular, SearchRegular } from "@fluentui/react-icons";
import { DropTarget } from "../add/DropTarget";
import { FixedNotice } from "../FixedNotice";
import { useOpenGroup } from "../openGroup";
import { HiddenNote } from "./HiddenNote";
import { MemberKeys } from "./MemberKeys";
import { MembersToolbar } from "./MembersToolbar";
import { PeopleSection } from "./PeopleSection";
import { RowMenu } from "./RowMenu";
import { SelectionBar } from "./SelectionBar";
import { useMembers, type Members } from "./useMembers";
import { useRows } from "./useRows";

const useStyles = makeStyles({
  sections: { display: "flex", flexDirection: "column", gap: "20px" },
  none: { padding: "12px 16px", color: tokens.colorNeutralForeground3 },
});

export function MembersTab({ column }: { column: RefObject<HTMLDivElement | null> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { addPeople, onEscape } = useOpenGroup();
  const people = useMembers();
  const { list, error, owners, members, fixed, narrowed } = people;
  const rows = useRows(people, column);
  const { selection } = rows;
  useEffect(() => {
    onEscape(() => {
      if (selection.selected.length === 0) return false;
      selection.clear();
      return true;
    });
    return () => onEscape(null);
  }, [onEscape, selection]);
  const failure = error ?? (list?.asOf === null && !list.refreshing ? list.lastError : null);
  if (failure) {
    return <ErrorPanel error={failure} title={t("group.members.failed")} onRetry={people.retry} />;
  }
  if (!list || (list.asOf === null && list.refreshing)) return <LoadingRows rows={9} height={46} />;
  const asOwner = fixed === null ? () => addPeople("ownerAndMember") : undefined;
  return (
    <>
      <FixedNotice reason={fixed} of="people" />
      <MembersToolbar people={people} onLeave={() => rows.goTo(0)} />
      <div className={styles.sections}>
        <PeopleSection
          name="owners"
          title={t("group.members.owners", { shown: formatNumber(people.ownerCount) })}
          people={owners}
          first={0}
          rows={rows}
          actions={
            asOwner && (
              <Button size="small" onClick={asOwner}>
                {t("group.act.addOwner")}
              </Button>
            )
          }
          empty={
            narrowed ? (
              <div className={styles.none}>{t("group.members.noOwnerMatches")}</div>
            ) : (
              <EmptyState
                icon={<PeopleRegular />}
                title={t("group.members.noOwners")}
                text={t("group.health.noOwner")}
                actions={asOwner && <Button onClick={asOwner}>{t("group.act.addOwner")}</Button>}
              />
            )
          }
        />
        <PeopleSection
          name="members"
          title={
            people.hidden
              ? t("group.members.membersHidden")
              : t("group.members.members", { shown: formatNumber(people.memberCount) })
          }
          note={
            people.both > 0 && !narrowed
              ? t("group.members.both", { count: people.both, shown: formatNumber(people.both) })
              : undefined
          }
          people={members}
          first={owners.length}
          rows={rows}
          actions={<MemberActions fixed={fixed !== null} />}
          empty={<Nobody people={people} />}
        />
      </div>
      <SelectionBar selection={selection} all={people.rows.length} fixed={fixed} />
      <MemberKeys people={people} rows={rows} />
      <RowMenu menu={rows.menu} people={people} />
      <DropTarget disabled={fixed !== null} />
    </>
  );
}

function MemberActions({ fixed }: { fixed: boolean }) {
  const { t } = useTranslation();
  const { groupId, addPeople } = useOpenGroup();
  const save = useExport();
  return (
    <>
      <Button
        size="small"
        onClick={() => save({ content: { kind: "members", groupId }, format: "csv" })}
      >
        {t("group.act.export")}
      </Button>
      {!fixed && (
        <Button size="small" appearance="primary" onClick={() => addPeople("member")}>
          {t("group.act.addPeople")}
        </Button>
      )}
    </>
  );
}

function Nobody({ people: { hidden, narrowed, clear } }: { people: Members }) {
  if (hidden) return <HiddenNote why={hidden} />;
  return narrowed ? <NobodyMatches onClear={clear} /> : <NobodyElse />;
}

function NobodyMatches({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={t("group.members.nobodyMatches")}
      actions={<Button onClick={onClear}>{t("groups.empty.clear")}</Button>}
    />
  );
}

function NobodyElse() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<PeopleRegular />}
      title={t("group.members.nobody")}
      text={t("group.members.nobodyText")}
    />
  );
}
