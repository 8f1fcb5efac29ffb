/** The token of a link that was opened: behind the `#`, where no server's log sees it. Empty when there is none. */
export const tokenInAddress = (): string => decodeURIComponent(window.location.hash.slice(1)).trim();
