/** Something the user should know although nothing is wrong with the input. */
export interface Notice {
  readonly level: 'warning' | 'notice';
  readonly message: string;
}

export const warning = (message: string): Notice => ({ level: 'warning', message });
export const notice = (message: string): Notice => ({ level: 'notice', message });
