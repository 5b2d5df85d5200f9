/** Who shall be added to the selected groups, and as what. What that would do is shown before it is done. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
} from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PeoplePicker } from "@/components/people/PeoplePicker";
import { useReturnFocus } from "@/components/useReturnFocus";
import type { Person, PersonRef, Role } from "@/ipc/bindings";
import { formatNumber } from "@/lib/dates";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: "16px", minHeight: "14rem" },
});

const ROLES: readonly Role[] = ["member", "owner", "ownerAndMember"];

interface Props {
  count: number;
  onClose: () => void;
  onNext: (people: PersonRef[], role: Role) => void;
}

export function AddPeople({ count, onClose, onNext }: Props) {
  const styles = useStyles();
  const { t } = useTranslation();
  useReturnFocus();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [role, setRole] = useState<Role>("member");
  const next = () =>
    onNext(
      people.map(({ id, displayName }) => ({ id, displayName })),
      role,
    );
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            {t("groups.bulk.add.title", { count, shown: formatNumber(count) })}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <PeoplePicker
              label={t("groups.bulk.add.people")}
              role={role}
              picked={people}
              onPicked={setPeople}
            />
            <Field label={t("groups.bulk.add.role")}>
              <RadioGroup
                layout="horizontal"
                value={role}
                onChange={(_event, { value }) => setRole(value as Role)}
              >
                {ROLES.map((each) => (
                  <Radio key={each} value={each} label={t(`groups.role.${each}`)} />
                ))}
              </RadioGroup>
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <Button appearance="primary" disabledFocusable={people.length === 0} onClick={next}>
              {t("groups.bulk.add.next")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
