/** A drawer at the right of the group: title, what it shows, and at its foot what can be done. Escape closes it. */
import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  InlineDrawer,
  makeStyles,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useReturnFocus } from "@/components/useReturnFocus";
import { tenure } from "@/theme/colors";

const useStyles = makeStyles({
  drawer: {
    flex: "none",
    width: "26rem",
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: "none",
    boxShadow: tenure.tenureShadow,
    "@container group (max-width: 60rem)": { width: "23rem" },
    "@container group (max-width: 40rem)": { width: "100%" },
  },
  header: { padding: "18px 12px 8px 20px" },
  top: { display: "flex", alignItems: "flex-start", gap: "8px" },
  title: {
    flex: 1,
    margin: "4px 0 0",
    fontSize: "1.125rem",
    lineHeight: "1.5rem",
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    outlineStyle: "none",
  },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: "14px",
    minHeight: 0,
    overflowX: "hidden",
    padding: "4px 20px 16px",
  },
  footer: {
    flexDirection: "column",
    alignItems: "stretch",
    gap: "10px",
    padding: "12px 20px 20px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  title: string;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

export function SideDrawer({ title, onClose, footer, children }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  const drawer = useRef<HTMLDivElement>(null);
  useReturnFocus();
  useEffect(() => {
    const first = drawer.current?.querySelector<HTMLElement>("[data-first], [role=combobox]");
    (first ?? drawer.current?.querySelector("h2"))?.focus();
  }, []);
  return (
    <InlineDrawer
      ref={drawer}
      open
      separator
      position="end"
      role="complementary"
      aria-label={title}
      className={styles.drawer}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <DrawerHeader className={styles.header}>
        <div className={styles.top}>
          <h2 tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <Tooltip relationship="label" content={t("common.close")}>
            <Button appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
          </Tooltip>
        </div>
      </DrawerHeader>
      <DrawerBody className={styles.body}>{children}</DrawerBody>
      {footer && <DrawerFooter className={styles.footer}>{footer}</DrawerFooter>}
    </InlineDrawer>
  );
}
