/** All accounts on this computer: show another, sign out, add one. */
import { Avatar, Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { PersonAddRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useSignOut, useSwitchAccount } from "@/app/accountActions";
import { ErrorPanel } from "@/components/ErrorPanel";
import { LoadingRows } from "@/components/LoadingRows";
import type { Account } from "@/ipc/bindings";
import { accountsQuery } from "@/ipc/queries";
import { links } from "@/lib/links";
import { Section } from "./Section";
import { SignOutDialog } from "./SignOutDialog";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gap: "12px" },
  item: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px 12px" },
  who: { flex: "1 1 180px", minWidth: 0, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold, marginRight: "8px" },
  where: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  buttons: { display: "flex", gap: "8px" },
});

export function AccountsSection() {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(accountsQuery());
  return (
    <Section title={t("settings.accounts.title")}>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={1} />}
      <ul className={styles.list}>
        {data?.accounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
      <div>
        <Button icon={<PersonAddRegular />} onClick={() => void navigate(links.addAccount)}>
          {t("settings.accounts.add")}
        </Button>
      </div>
    </Section>
  );
}

function AccountRow({ account }: { account: Account }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { displayName: name, tenantName: tenant } = account;
  const cloud = t(`settings.accounts.clouds.${account.cloud}`);
  return (
    <li className={styles.item}>
      <Avatar aria-hidden name={name} size={32} color="brand" />
      <div className={styles.who}>
        <span className={styles.name}>{name}</span>
        {account.current && <Badge appearance="tint">{t("settings.accounts.current")}</Badge>}
        {account.needsSignIn && (
          <Badge appearance="tint" color="warning">
            {t("settings.accounts.needsSignIn")}
          </Badge>
        )}
        <div className={styles.where}>{`${account.userPrincipalName} · ${tenant} · ${cloud}`}</div>
      </div>
      <AccountButtons account={account} />
    </li>
  );
}

function AccountButtons({ account }: { account: Account }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = useSwitchAccount();
  const signOut = useSignOut();
  const [asking, setAsking] = useState(false);
  const { displayName: name, tenantName: tenant } = account;
  const practising = account.cloud === "practice";
  return (
    <div className={styles.buttons}>
      {account.needsSignIn && (
        <Button onClick={() => void navigate(links.addAccount)}>
          {t("settings.accounts.signIn")}
        </Button>
      )}
      {!account.current && !account.needsSignIn && (
        <Button
          aria-label={t("settings.accounts.showNamed", { name, tenant })}
          disabledFocusable={show.isPending}
          onClick={() => show.mutate(account)}
        >
          {t("settings.accounts.show")}
        </Button>
      )}
      <Button
        aria-label={practising ? undefined : t("settings.accounts.signOutNamed", { name, tenant })}
        disabledFocusable={signOut.isPending}
        onClick={() => (practising ? signOut.mutate({ account }) : setAsking(true))}
      >
        {practising ? t("practice.leave") : t("settings.accounts.signOut")}
      </Button>
      {asking && <SignOutDialog account={account} onClose={() => setAsking(false)} />}
    </div>
  );
}
