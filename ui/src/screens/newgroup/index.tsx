/** A new group: a drawer over the table of groups, with an address of its own. What is typed survives closing it. */
import {
  Button,
  Drawer,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useReturnFocus } from "@/components/useReturnFocus";
import { creationRulesQuery } from "@/ipc/queries";
import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";
import { requestOf, useDraft } from "./draft";
import { Footer } from "./Footer";
import { MayCreate } from "./MayCreate";
import { NameFields } from "./NameFields";
import { Options } from "./Options";
import { PeopleFields } from "./PeopleFields";
import { useCreate } from "./useCreate";
import { useNameCheck } from "./useNameCheck";
import { VisibilityChoice } from "./VisibilityChoice";

const useStyles = makeStyles({
  drawer: { width: "40rem", maxWidth: "100vw" },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: "20px",
    paddingTop: "4px",
    paddingBottom: "24px",
  },
  foot: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: "16px" },
  bar: { flex: "none" },
});

export default function NewGroup() {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  useReturnFocus();
  const canManage = useSession()?.canManage ?? false;
  const { data: rules } = useQuery(creationRulesQuery());
  const { draft, change, begun, clear } = useDraft();
  const check = useNameCheck(draft);
  const request = canManage && check.accepted ? requestOf(draft, check.alias) : null;
  const creating = useCreate({
    request: request ?? (canManage && check.error ? requestOf(draft, check.alias) : null),
    onCreated: (groupId) => {
      clear();
      void navigate(links.group(groupId), { replace: true });
    },
    onRefused: check.again,
  });
  const close = () => void navigate(links.groups);
  const { failure } = creating;
  return (
    <Drawer
      open
      type="overlay"
      position="end"
      className={styles.drawer}
      onOpenChange={(_event, { open }) => !open && close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t("common.close")}
              onClick={close}
            />
          }
        >
          {t("newgroup.title")}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <MayCreate rules={rules} />
        {failure && (
          <MessageBar
            intent="error"
            layout="multiline"
            politeness="assertive"
            className={styles.bar}
          >
            <MessageBarBody>
              <MessageBarTitle>{failure.title}</MessageBarTitle>
              {failure.text} {t("newgroup.kept")}
            </MessageBarBody>
          </MessageBar>
        )}
        <NameFields draft={draft} check={check} onChange={change} />
        <VisibilityChoice
          value={draft.visibility}
          onChange={(visibility) => change({ visibility })}
        />
        <PeopleFields draft={draft} onChange={change} />
        <Options draft={draft} onChange={change} />
        {begun && (
          <div>
            <Button appearance="transparent" size="small" onClick={clear}>
              {t("newgroup.clear")}
            </Button>
          </div>
        )}
      </DrawerBody>
      <DrawerFooter className={styles.foot}>
        <Footer
          draft={draft}
          check={check}
          creating={creating}
          canManage={canManage}
          onCancel={close}
        />
      </DrawerFooter>
    </Drawer>
  );
}
