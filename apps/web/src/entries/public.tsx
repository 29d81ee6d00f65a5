import { mount } from '../app/mount.tsx';
import { publicRouter } from '../app/public/public-router.tsx';

await mount(publicRouter);
