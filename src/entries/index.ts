/** The processes of the action, and of the command, each loaded when it is asked for. The build makes a file in dist/ for each, which asks for it. */
export const mint = () => import('./mint.js');
export const post = () => import('./post.js');
export const command = () => import('./command.js');
export const list = () => import('./list.js');
export const revoke = () => import('./revoke.js');
export const watchdog = () => import('./watchdog.js');
export const sweep = () => import('./sweep.js');
export const update = () => import('./update.js');
