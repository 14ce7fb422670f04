/** What does a new account need? Asked alike by the first start and by an invitation. */

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export interface AccountFieldsProps {
  /** What is wrong with a field; the names carry `prefix`. */
  problem: (field: string) => string | undefined;
  prefix?: string;
  /** An address to begin with. */
  email?: string | undefined;
}

export function AccountFields({ problem, prefix = '', email }: AccountFieldsProps) {
  return (
    <>
      <Field label="Your name" problem={problem(`${prefix}name`)}>
        <Input name="name" autoComplete="name" required maxLength={100} />
      </Field>
      <Field label="E-mail" help="You sign in with it." problem={problem(`${prefix}email`)}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          inputMode="email"
          defaultValue={email}
        />
      </Field>
      <Field label="Password" help="At least 8 characters." problem={problem(`${prefix}password`)}>
        <Input name="password" type="password" autoComplete="new-password" required />
      </Field>
    </>
  );
}
