/** After a change of screen the focus goes to its title, so that a screen reader says where one is. */
import { useEffect } from "react";

let shown: string | undefined;

export function useFocusOnTitle(pathname: string): void {
  useEffect(() => {
    const title = document.querySelector<HTMLElement>("main h1");
    document.title = title?.textContent ? `${title.textContent} · Tenure` : "Tenure";
    if (shown !== undefined && shown !== pathname) title?.focus({ preventScroll: true });
    shown = pathname;
  }, [pathname]);
}
