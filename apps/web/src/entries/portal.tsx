import { mount } from '../app/mount.tsx';
import { portalRouter } from '../app/portal/portal-router.tsx';

await mount(portalRouter);
