/** The sign of Fewshot: two finished example pairs, and a third whose answer is open. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg viewBox="0 0 22 22" width={size} height={size} aria-hidden="true">
      <path d="M1 2h5v5H1zM1 9h5v5H1zM1 16h5v4.6H1zM16 2h5v5h-5zM16 9h5v5h-5z" fill="currentColor" />
      <path d="M8 4.5h6M8 11.5h6M8 18.3h6" stroke="currentColor" strokeWidth="1.4" />
      <path d="M16.7 16.7h3.6v3.6h-3.6z" fill="none" stroke="var(--live)" strokeWidth="1.4" />
    </svg>
  );
}
