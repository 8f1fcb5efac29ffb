import css from '#ui/icons.module.css';

/** A page of a register with its seal, on the grid of the other icons; beside its screens, so that public pages do not carry it. */
export function ComplaintIcon({ size = 16 }: { size?: number }) {
  return (
    <svg className={css.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3.5 2h9v12h-9z" /><path d="M6 5.2h4M6 7.6h4" /><circle cx="10" cy="11" r="1.3" />
    </svg>
  );
}
