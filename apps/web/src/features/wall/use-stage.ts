import { useEffect, useState } from 'react';

const stage = { width: 1920, height: 1080 };

const scaleNow = () => Math.min(innerWidth / stage.width, innerHeight / stage.height);

/** Factor by which the 1920 × 1080 stage fills the window. */
export function useStageScale(): number {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const resize = () => setScale(scaleNow());
    addEventListener('resize', resize);
    return () => removeEventListener('resize', resize);
  }, []);
  return scale;
}

const behind = '.shell-header, .sub-nav, .skip-link, .demo-mark';

/** While the wall is shown the console behind it neither scrolls nor takes the keyboard. */
export function useWholeWindow(): void {
  useEffect(() => {
    const root = document.documentElement;
    const covered = [...document.querySelectorAll<HTMLElement>(behind)];
    root.style.overflow = 'hidden';
    for (const one of covered) one.inert = true;
    return () => {
      root.style.overflow = '';
      for (const one of covered) one.inert = false;
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
}

interface Keys {
  readonly go: (step: number) => void;
  readonly toggle: () => void;
  readonly leave: () => void;
}

/** Space pauses, arrows turn, F fills the screen, Escape leaves. Leaving the full screen leaves the wall as well. */
export function useWallKeys({ go, toggle, leave }: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'ArrowRight' || event.key === 'PageDown') go(1);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') go(-1);
      else if (event.key === ' ' && !(event.target as HTMLElement).closest('button, a')) toggle();
      else if (event.key === 'Escape') leave();
      else if (event.key.toLowerCase() === 'f')
        void document.documentElement.requestFullscreen?.().catch(() => undefined);
      else return;
      event.preventDefault();
    };
    const left = () => {
      if (!document.fullscreenElement) leave();
    };
    addEventListener('keydown', press);
    document.addEventListener('fullscreenchange', left);
    return () => {
      removeEventListener('keydown', press);
      document.removeEventListener('fullscreenchange', left);
    };
  }, [go, toggle, leave]);
}
