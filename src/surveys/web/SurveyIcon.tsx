import css from '#ui/icons.module.css';

/** A sheet with marks beside its lines, on the grid of the other icons. */
export function SurveyIcon({ size = 16 }: { size?: number }) {
  return (
    <svg className={css.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.8" /><path d="m4.800 6 .9.900L7.200 5.400M9 6.200h2.300M4.800 10.200l.9.900 1.500-1.500M9 10.400h2.300" />
    </svg>
  );
}
