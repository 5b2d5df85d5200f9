/** The application's mark, as on its icon: a term that comes round, held by its keystone. */
export function Logo({ size = 44 }: { size?: number }) {
  return (
    <svg aria-hidden viewBox="0 0 1024 1024" width={size} height={size} style={{ flex: "none" }}>
      <rect width="1024" height="1024" rx="224" fill="#0f6b6b" />
      <path
        d="M 677.2 296.1 A 288 288 0 1 1 346.8 296.1"
        fill="none"
        stroke="#eaf6f5"
        strokeWidth="136"
      />
      <path
        d="M 353.1 191.2 A 376 376 0 0 1 670.9 191.2 L 605.8 330.8 A 222 222 0 0 0 418.2 330.8 Z"
        fill="#f2b24a"
      />
    </svg>
  );
}
