import css from '#ui/icons.module.css';

/** Two marks of quotation, on the grid of the other icons. Here and not beside them: those travel with the public pages, which weigh every byte. */
export function VoicesIcon({ size = 16 }: { size?: number }) {
  return (
    <svg className={css.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6.700 4.200C4.600 4.800 3 6.600 3 9v2.600h3.700V8.300H4.600" /><path d="M13 4.200c-2.100.6-3.700 2.400-3.700 4.800v2.600H13V8.300h-2.100" />
    </svg>
  );
}
