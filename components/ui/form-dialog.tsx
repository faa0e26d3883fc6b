"use client";

import { type ReactNode, useState } from "react";
import type { FormAction } from "@/lib/shared/action-state";
import { ActionForm } from "./action-form";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-style";
import { Dialog } from "./dialog";
import { SubmitButton } from "./submit-button";

type FormDialogProps = {
  action: FormAction;
  /** Hidden fields: `{ id, version }`. */
  fields?: Record<string, string | number>;
  title: string;
  description?: ReactNode;
  /** The text of the button in the dialog: verb and object. */
  submit: string;
  /** Keeps what was typed when the dialog is closed or the page is left. */
  draftKey?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  width?: "sm" | "md" | "lg";
  "aria-label"?: string;
  /** The button that opens it. */
  label?: ReactNode;
  /** `Field`s. */
  children: ReactNode;
};

/** A button that opens a short form: for the parts of a record, which need no page of their own. */
export function FormDialog(props: FormDialogProps) {
  const { action, fields = {}, title, description, submit, draftKey, variant, size, icon, width = "md" } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant={variant}
        size={size}
        icon={icon}
        aria-label={props["aria-label"]}
        onClick={() => setIsOpen(true)}
      >
        {props.label}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={title} description={description} width={width}>
        <ActionForm action={action} draftKey={draftKey} onDone={() => setIsOpen(false)}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {props.children}
          <div className="flex flex-wrap justify-end gap-2 pt-1">
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <SubmitButton>{submit}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
