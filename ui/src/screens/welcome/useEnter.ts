/** After a sign-in: shows the account that signed in, on Home. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";

import type { Session } from "@/ipc/bindings";
import { enterSession, signedIn } from "@/ipc/mutations";
import { links } from "@/lib/links";

export function useEnter(): (session: Session) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return (session) => {
    enterSession(client, signedIn(session));
    void navigate(links.home);
  };
}
