/**
 * A sign-in from beginning to end, in the browser or with a code. Only one is under way at a time; an
 * end that the person asked for is no failure.
 */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import type { DeviceCode, SignInRequest } from "@/ipc/bindings";
import { call } from "@/ipc/call";
import { CommandFailure } from "@/ipc/failure";
import { useEnter } from "./useEnter";

export type Phase =
  | { name: "form"; error: Error | null }
  | { name: "browser" }
  | { name: "codeAsked" }
  | { name: "code"; code: DeviceCode };

export function useSignIn() {
  const onSuccess = useEnter();
  const browser = useMutation({
    mutationFn: (form: SignInRequest) => call("sign_in_browser", form),
    onSuccess,
  });
  const finish = useMutation({
    mutationFn: (_code: DeviceCode) => call("sign_in_device_finish", null),
    onSuccess,
  });
  const start = useMutation({
    mutationFn: (form: SignInRequest) => call("sign_in_device_start", form),
    onSuccess: (code) => finish.mutate(code),
  });
  // Whoever leaves for the practice tenant is not called back by a sign-in that ends later.
  const waiting = useRef(false);
  useEffect(() => {
    waiting.current = browser.isPending || finish.isPending;
  });
  useEffect(
    () => () => {
      if (waiting.current) void call("sign_in_cancel", null).catch(() => undefined);
    },
    [],
  );
  const all = [browser, start, finish];
  const forget = () => all.forEach((mutation) => mutation.reset());
  const cancel = async () => {
    // Forgotten first, so that the failure by which the sign-in ends is not shown.
    forget();
    await call("sign_in_cancel", null).catch(() => undefined);
  };
  return {
    phase: phaseOf(),
    inBrowser: (form: SignInRequest) => (forget(), browser.mutate(form)),
    withCode: (form: SignInRequest) => (forget(), start.mutate(form)),
    cancel,
  };

  function phaseOf(): Phase {
    if (browser.isPending || browser.isSuccess) return { name: "browser" };
    if (start.isPending) return { name: "codeAsked" };
    if (finish.isPending || finish.isSuccess) return { name: "code", code: finish.variables };
    const error = all.map((mutation) => mutation.error).find((each) => each !== null) ?? null;
    const cancelled = error instanceof CommandFailure && error.code === "signInCancelled";
    return { name: "form", error: cancelled ? null : error };
  }
}
