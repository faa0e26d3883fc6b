"use client";

import { type ReactNode, useState } from "react";
import type { ActionState, FormAction } from "@/lib/shared/action-state";
import { ActionForm } from "./action-form";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { Dialog } from "./dialog";
import { SubmitButton } from "./submit-button";

type Confirm = {
  title: string;
  /** Says what will happen. May hold `Field`s, for example for a reason. */
  body: ReactNode;
  /** Verb and object, such as "Publish the RFP". Left out: the text of the button. */
  label?: ReactNode;
};

type ActionButtonProps = {
  action: FormAction;
  /** Hidden fields: `{ id, version }`. */
  fields?: Record<string, string | number>;
  confirm?: Confirm;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  disabled?: boolean;
  "aria-label"?: string;
  onDone?: (state: Extract<ActionState, { status: "done" }>) => void;
  children: ReactNode;
};

function HiddenFields({ fields }: { fields: Record<string, string | number> }) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

/** One button that runs one action, asking first where `confirm` is given. */
export function ActionButton(props: ActionButtonProps) {
  const { action, fields = {}, confirm, variant = "secondary", size, icon, disabled, onDone, children } = props;
  const [isOpen, setIsOpen] = useState(false);

  if (!confirm) {
    return (
      <ActionForm action={action} onDone={onDone} className="grid gap-2" refusedTitle="Not done">
        <HiddenFields fields={fields} />
        <SubmitButton variant={variant} size={size} icon={icon} disabled={disabled} aria-label={props["aria-label"]}>
          {children}
        </SubmitButton>
      </ActionForm>
    );
  }
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={icon}
        disabled={disabled}
        aria-label={props["aria-label"]}
        onClick={() => setIsOpen(true)}
      >
        {children}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={confirm.title}>
        <ActionForm
          action={action}
          refusedTitle="Not done"
          onDone={(state) => {
            setIsOpen(false);
            onDone?.(state);
          }}
        >
          <HiddenFields fields={fields} />
          <div className="grid gap-3 text-pretty text-ink-2">{confirm.body}</div>
          <div className="flex flex-wrap justify-end gap-2 pt-1">
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <SubmitButton variant={variant.startsWith("danger") ? "dangerSolid" : "primary"}>
              {confirm.label ?? children}
            </SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
