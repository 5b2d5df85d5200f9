/** A notice of the desktop was clicked: the desk, with the group that it is about. */
import { useEffect } from "react";
import { useNavigate } from "react-router";

import { subscribe } from "@/ipc/events";
import { links } from "@/lib/links";

export function useShowGroup(): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind !== "showGroup") return;
        const { groupId } = event;
        void navigate(groupId === null ? links.renewals : links.renewal(groupId));
      }),
    [navigate],
  );
}
