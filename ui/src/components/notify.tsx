/** Toasts: what was done, how certain that is, and one way back. */
import {
  Link,
  Toast,
  ToastBody,
  ToastTitle,
  ToastTrigger,
  useToastController,
} from "@fluentui/react-components";
import {
  CheckmarkRegular,
  ClockRegular,
  DismissCircleRegular,
  InfoRegular,
  SendRegular,
  WarningRegular,
} from "@fluentui/react-icons";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { tenure } from "@/theme/colors";
import { commandErrorOf, errorWords } from "./errorWords";

export const TOASTER = "toaster";

/** The tick comes only with the service's word. */
const icons = {
  confirmed: <CheckmarkRegular color={tenure.tenureGreen} />,
  sent: <SendRegular />,
  local: <ClockRegular />,
  unknown: <WarningRegular color={tenure.tenureAmber} />,
  failed: <DismissCircleRegular color={tenure.tenureRed} />,
  info: <InfoRegular />,
};

export interface Notice {
  intent: keyof typeof icons;
  title: string;
  body?: string;
  action?: { label: string; run: () => void };
  /** In the middle, where the corner has what is pressed next. */
  place?: "middle";
}

/** Shows a notice. Failures stay until they are dismissed. */
export function useNotify(): (notice: Notice) => void {
  const { dispatchToast } = useToastController(TOASTER);
  return useCallback(
    ({ intent, title, body, action, place }: Notice) =>
      dispatchToast(
        <Toast>
          <ToastTitle
            media={icons[intent]}
            action={
              action && (
                <ToastTrigger>
                  <Link as="button" onClick={action.run}>
                    {action.label}
                  </Link>
                </ToastTrigger>
              )
            }
          >
            {title}
          </ToastTitle>
          {body && <ToastBody>{body}</ToastBody>}
        </Toast>,
        {
          position: place === "middle" ? "bottom" : undefined,
          intent: intent === "failed" ? "error" : "info",
          politeness: intent === "failed" ? "assertive" : "polite",
          timeout: intent === "failed" ? -1 : action ? 10_000 : 5_000,
        },
      ),
    [dispatchToast],
  );
}

/** Says that something failed; `title` names what was not done. */
export function useNotifyFailure(): (
  error: unknown,
  title?: string,
  place?: Notice["place"],
) => void {
  const notify = useNotify();
  const { t } = useTranslation();
  return useCallback(
    (error: unknown, title?: string, place?: Notice["place"]) => {
      const words = errorWords(t, commandErrorOf(error));
      notify({
        intent: "failed",
        place,
        title: title ?? words.title,
        body: [title && `${words.title}.`, words.text, words.todo].filter(Boolean).join(" "),
      });
    },
    [notify, t],
  );
}
