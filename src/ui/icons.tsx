import type { ReactNode } from 'react';
import css from './icons.module.css';

/** Drawn here, on a grid of 16, in one line weight. Words come before icons: each stands beside words or has a label around it. */
const draw = (shape: ReactNode) =>
  function Icon({ size = 16 }: { size?: number }) {
    return (
      <svg className={css.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
        {shape}
      </svg>
    );
  };

export const CaseIcon = draw(<path d="M2.5 4.5h11v7.5h-6l-3 2.3V12h-2z" />);
export const HeatIcon = draw(<path d="M8 1.8c.6 2.4 3.8 3.6 3.8 7.2A3.8 3.8 0 0 1 8 14.2 3.8 3.8 0 0 1 4.2 9c0-1.4.7-2.3 1.5-3 .2 1 .8 1.5 1.3 1.600C6.8 5.4 7 3.2 8 1.800z" />);
export const RequestIcon = draw(<><path d="M2.5 8h9" /><path d="M8.5 4.8 11.7 8l-3.2 3.2" /><path d="M13.7 3v10" /></>);
export const PromiseIcon = draw(<><rect x="2.5" y="3.5" width="11" height="10" rx="1.8" /><path d="M2.5 6.500h11M5.5 2v2.500M10.5 2v2.5" /><path d="m6 10 1.4 1.400L10.2 8.6" /></>);
export const WeekIcon = draw(<><path d="M3 2.500h10v11H3z" /><path d="M5.500 5.500h5M5.500 8h2.500M5.500 10.500h3.500" /></>);
export const MenuIcon = draw(<path d="M2.5 4.500h11M2.5 8h11M2.5 11.500h11" />);
export const CloseIcon = draw(<path d="m4 4 8 8M12 4l-8 8" />);
export const SearchIcon = draw(<><circle cx="7" cy="7" r="4.3" /><path d="m10.3 10.3 3.4 3.4" /></>);
export const KeyboardIcon = draw(<><rect x="1.5" y="4" width="13" height="8.5" rx="1.6" /><path d="M4 6.800h.01M6.7 6.800h.01M9.3 6.800h.01M12 6.800h.01M5 9.800h6" /></>);
export const SunIcon = draw(<><circle cx="8" cy="8" r="2.8" /><path d="M8 1.500v1.500M8 13v1.500M1.5 8H3M13 8h1.500M3.4 3.400l1 1M11.6 11.600l1 1M12.6 3.400l-1 1M4.4 11.600l-1 1" /></>);
export const MoonIcon = draw(<path d="M13 9.700A5.5 5.5 0 0 1 6.3 3a5.5 5.5 0 1 0 6.7 6.700z" />);
export const DeviceIcon = draw(<><rect x="2" y="3" width="12" height="8" rx="1.4" /><path d="M6 13.500h4" /></>);
export const AttachIcon = draw(<path d="m12.8 7.3-5 5a3.1 3.1 0 0 1-4.4-4.400l5.3-5.300a2.1 2.1 0 0 1 3 3L6.5 10.800a1 1 0 0 1-1.4-1.400l4.6-4.6" />);
export const PhoneIcon = draw(<path d="M5.4 2.5 3.3 3.300c-.5 5 4.4 9.9 9.4 9.400l.8-2.1-2.9-1.8-1.5 1.200A7.5 7.5 0 0 1 6 6.900l1.2-1.500z" />);
export const NoteIcon = draw(<><path d="M3 2.500h10v7.500l-3.5 3.500H3z" /><path d="M13 10H9.500v3.500M5.5 5.800h5M5.5 8.300h3" /></>);
export const BellIcon = draw(<><path d="M4.200 7a3.800 3.800 0 0 1 7.600 0c0 3.200 1.400 4.300 1.400 4.300H2.800S4.200 10.200 4.200 7z" /><path d="M6.700 13.500a1.500 1.500 0 0 0 2.600 0" /></>);
export const SettingsIcon = draw(<><path d="M2.500 4.500h5M11 4.500h2.500M2.500 11.500H5M8.500 11.500h5" /><circle cx="9.200" cy="4.500" r="1.700" /><circle cx="6.700" cy="11.500" r="1.700" /></>);
