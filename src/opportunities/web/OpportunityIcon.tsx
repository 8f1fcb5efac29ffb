import css from '#ui/icons.module.css';

/** Something that grows, on the grid of the other icons. Here and not beside them: those travel with the public pages. */
export function OpportunityIcon({ size = 16 }: { size?: number }) {
  return (
    <svg className={css.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 14V7.500" /><path d="M8 8.500C8 5.500 10 3.500 13.500 3.300 13.500 6.800 11.300 8.700 8 8.500z" /><path d="M8 10.800C8 8.800 6.500 7.300 3.300 7.200 3.400 9.800 5.200 11.300 8 10.800z" />
    </svg>
  );
}
