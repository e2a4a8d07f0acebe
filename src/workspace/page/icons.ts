const PATHS = {
  hash: 'M7.5 3 5.5 17M14.5 3l-2 14M3 7.5h14.5M2.5 12.5H17',
  reply:
    'M4 4h12a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 16 14H9l-4 3.5V14H4a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 4 4z',
  dots: 'M4 10h.01M10 10h.01M16 10h.01',
  braces:
    'M7 3C4.5 3 5.5 6 5 8c-.3 1.3-1 2-2.5 2C4 10 4.7 10.7 5 12c.5 2-.5 5 2 5M13 3c2.5 0 1.5 3 2 5 .3 1.3 1 2 2.5 2-1.5 0-2.2.7-2.5 2-.5 2 .5 5-2 5',
  close: 'M5 5l10 10M15 5 5 15',
  send: 'M3 17.5 18 10 3 2.5 5.5 10zM5.5 10H11',
  bolt: 'M11.5 2 4 11.5h5L8.5 18 16 8.5h-5z',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  back: 'M12.5 4 6.5 10l6 6',
  up: 'M6 17V9l3.5-6c1.5 0 2 1.2 1.7 2.5L10.5 8.5h4.3c1 0 1.7.9 1.5 1.9l-1.2 5.2c-.2.8-.9 1.4-1.7 1.4zM3.2 9.5V17',
  down: 'M14 3v8l-3.5 6c-1.5 0-2-1.2-1.7-2.5l.7-3H5.2c-1 0-1.7-.9-1.5-1.9l1.2-5.2C5.1 3.6 5.8 3 6.6 3zM16.8 10.5V3',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.8 11.5h8.4L15 5.5M8.5 9v5M11.5 9v5',
  eye: 'M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10zM10 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  at: 'M13.5 10a3.5 3.5 0 1 0-7 0 3.5 3.5 0 0 0 7 0zm0 0v1.2c0 1.3.9 2.3 2 2.3s2.2-1 2.2-3.5A7.7 7.7 0 1 0 14 16.6',
  chevron: 'M5 7.5l5 5 5-5',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** A decorative icon: its button carries the label. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
