import css from '#ui/icons.module.css';

/** A warning sign, on the grid of the other icons. Here and not beside them: those travel with the public pages, which weigh every byte. */
export function IncidentIcon({ size = 16 }: { size?: number }) {
  return (
    <svg className={css.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 2.3 14.2 13.3H1.8z" /><path d="M8 6.3v3.4M8 11.5h.01" />
    </svg>
  );
}
