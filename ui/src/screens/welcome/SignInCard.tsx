/** The way in with an account: the form, and what stands in its place while the sign-in is under way. */
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { SignInRequest } from "@/ipc/bindings";
import { useStart } from "@/ipc/session";
import { BrowserProgress } from "./BrowserProgress";
import { CodePanel } from "./CodePanel";
import { SignInForm } from "./SignInForm";
import { useSignIn } from "./useSignIn";
import { cleaned } from "./validation";
import { WayIn } from "./WayIn";

export function SignInCard() {
  const { t } = useTranslation();
  const { signIn: prefilled } = useStart();
  const [form, setForm] = useState<SignInRequest>(() => ({
    ...prefilled,
    cloud: prefilled.cloud === "practice" ? "global" : prefilled.cloud,
  }));
  const signIn = useSignIn();
  const { phase } = signIn;
  const cancel = () => void signIn.cancel();
  const withCode = () => void signIn.cancel().then(() => signIn.withCode(cleaned(form)));
  return (
    <WayIn title={t("welcome.signIn.title")} text={t("welcome.signIn.text")}>
      {phase.name === "form" && (
        <SignInForm
          form={form}
          onChange={setForm}
          error={phase.error}
          onBrowser={() => signIn.inBrowser(cleaned(form))}
          onCode={() => signIn.withCode(cleaned(form))}
        />
      )}
      {phase.name === "browser" && <BrowserProgress onCancel={cancel} onCode={withCode} />}
      {(phase.name === "code" || phase.name === "codeAsked") && (
        <CodePanel
          code={phase.name === "code" ? phase.code : null}
          onAgain={withCode}
          onCancel={cancel}
        />
      )}
    </WayIn>
  );
}
