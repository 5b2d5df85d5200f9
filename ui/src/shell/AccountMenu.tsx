/** The account at the foot of the rail: who it is, the others, and the way out. */
import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { PersonAddRegular, SignOutRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { useSignOut, useSwitchAccount } from "@/app/accountActions";
import { VisuallyHidden } from "@/components/VisuallyHidden";
import type { Account } from "@/ipc/bindings";
import { accountsQuery } from "@/ipc/queries";
import { useSession } from "@/ipc/session";
import { links } from "@/lib/links";

const useStyles = makeStyles({
  button: { alignSelf: "center", minWidth: "40px", padding: "4px" },
});

export function AccountMenu() {
  const styles = useStyles();
  const { t } = useTranslation();
  const current = useSession()?.account;
  const { data } = useQuery(accountsQuery());
  const switchTo = useSwitchAccount();
  if (!current) return null;
  const accounts = data?.accounts ?? [current];
  const choose = (id: string | undefined) => {
    const account = accounts.find((each) => each.id === id);
    if (account && account.id !== current.id) switchTo.mutate(account);
  };
  return (
    <Menu
      positioning="after-bottom"
      checkedValues={{ account: [current.id] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          className={styles.button}
          icon={<Avatar aria-hidden name={current.displayName} size={28} color="brand" />}
        >
          <VisuallyHidden>{t("shell.account", { name: current.displayName })}</VisuallyHidden>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <Choices accounts={accounts} current={current} />
      </MenuPopover>
    </Menu>
  );
}

function Choices({ accounts, current }: { accounts: readonly Account[]; current: Account }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <MenuList>
      <MenuGroup>
        <MenuGroupHeader>{t("shell.accountsHeading")}</MenuGroupHeader>
        {accounts.map((account) => (
          <MenuItemRadio
            key={account.id}
            name="account"
            value={account.id}
            subText={account.needsSignIn ? t("shell.needsSignIn") : account.tenantName}
          >
            {account.displayName}
          </MenuItemRadio>
        ))}
      </MenuGroup>
      <MenuDivider />
      <MenuItem icon={<PersonAddRegular />} onClick={() => void navigate(links.addAccount)}>
        {t("shell.addAccount")}
      </MenuItem>
      <MenuItem icon={<SignOutRegular />} onClick={() => signOut.mutate({ account: current })}>
        {current.cloud === "practice" ? t("practice.leave") : t("shell.signOut")}
      </MenuItem>
    </MenuList>
  );
}
