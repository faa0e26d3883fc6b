"use client";

import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { type ActionState, type FormAction, IDLE } from "@/lib/shared/action-state";
import { ConflictPanel } from "./conflict-panel";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { useDraft } from "./form-draft";
import { writeValues, writeVersion } from "./form-values";
import { notifyDone } from "./notify";

type DoneState = Extract<ActionState, { status: "done" }>;

type ActionFormProps = {
  action: FormAction;
  children: ReactNode;
  /** Names what is being written, for example `engagement:new` or `risk:<id>`; without it no draft is kept. */
  draftKey?: string;
  onDone?: (state: DoneState) => void;
  /** Empties the fields when the action is done: for a form that stays on the page, such as a comment. */
  clearWhenDone?: boolean;
  /** The heading above the messages. */
  refusedTitle?: string;
  className?: string;
  label?: string;
};

const NO_ERRORS: Record<string, string[]> = {};

function withoutAnswered(errors: Record<string, string[]>, names: readonly string[]): Record<string, string[]> {
  if (names.length === 0) return errors;
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)));
}

/** A form around a server action that never loses what was typed. */
export function ActionForm(props: ActionFormProps) {
  const {
    action,
    children,
    draftKey,
    onDone,
    clearWhenDone = false,
    refusedTitle,
    className = "grid gap-4",
    label,
  } = props;
  const router = useRouter();
  const formId = useId();
  const formRef = useRef<HTMLFormElement>(null);
  const lastSubmitter = useRef<HTMLElement | null>(null);
  const mayEmpty = useRef(false);
  const [pressed, setPressed] = useState<string | null>(null);
  const [answered, setAnswered] = useState<{ state: ActionState; names: readonly string[] }>({
    state: IDLE,
    names: [],
  });
  const draft = useDraft(formRef, draftKey);

  const latest = useRef({ onDone, clearWhenDone, clear: draft.clear, router });
  latest.current = { onDone, clearWhenDone, clear: draft.clear, router };

  // Not in an effect: what the action changes may take this form off the page before any effect of it runs.
  const act: FormAction = async (previous, form) => {
    const next = await action(previous, form);
    if (next.status !== "done") return next;
    latest.current.clear();
    if (next.message) void notifyDone(next.message);
    if (next.redirectTo) latest.current.router.push(next.redirectTo);
    return next;
  };
  const [state, dispatch, pending] = useActionState(act, IDLE);

  useEffect(() => {
    if (state.status !== "done") return;
    if (latest.current.clearWhenDone) {
      mayEmpty.current = true;
      formRef.current?.reset();
      mayEmpty.current = false;
    }
    latest.current.onDone?.(state);
  }, [state]);

  // By hand and not through `action`: React would empty the fields after every action, a refused one too.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const form = new FormData(event.currentTarget, submitter);
    lastSubmitter.current = submitter;
    setPressed(submitter instanceof HTMLButtonElement ? `${submitter.name}=${submitter.value}` : null);
    startTransition(() => dispatch(form));
  }

  // What was sent before the page had come alive is played again by React through `action`, and emptied afterwards.
  function keepFields(event: FormEvent<HTMLFormElement>) {
    if (!mayEmpty.current) event.preventDefault();
  }

  function resolveConflict(values: Record<string, string>, version: string | undefined) {
    const form = formRef.current;
    if (!form) return;
    writeValues(form, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])));
    if (version !== undefined) writeVersion(form, version);
    // As the button said that was pressed: "save and add another" stays that.
    const submitter = lastSubmitter.current;
    form.requestSubmit(submitter?.isConnected ? submitter : null);
  }

  // A message stays until its field is written in again; the next answer of the server speaks for itself.
  function follow(event: FormEvent<HTMLFormElement>) {
    draft.keep();
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-field]") : null;
    const name = place?.dataset.field;
    if (name && fieldErrors[name]) setAnswered({ state, names: [...answeredNames, name] });
  }

  const answeredNames = answered.state === state ? answered.names : [];
  const allErrors = state.status === "refused" ? (state.fields ?? NO_ERRORS) : NO_ERRORS;
  const fieldErrors = withoutAnswered(allErrors, answeredNames);
  const isAnswered = answeredNames.length > 0 && Object.keys(fieldErrors).length === 0;
  const context = useMemo(() => ({ formId, fieldErrors, pending, pressed }), [formId, fieldErrors, pending, pressed]);

  return (
    <FormContext value={context}>
      <form
        ref={formRef}
        action={dispatch}
        onSubmit={submit}
        onReset={keepFields}
        onInput={follow}
        className={className}
        aria-label={label}
        noValidate
      >
        {draft.restoredAt === null ? null : (
          <p
            className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-accent-soft px-3 py-2 text-sm"
            role="status"
          >
            Your unsaved text from {new Date(draft.restoredAt).toLocaleString()} is back.
            <button type="button" onClick={draft.discard} className="min-h-6 font-medium text-accent underline">
              Discard it
            </button>
          </p>
        )}
        {state.status === "refused" && !state.conflict && !isAnswered ? (
          <ErrorSummary
            key={`${pending}`}
            state={state}
            fields={fieldErrors}
            formRef={formRef}
            title={refusedTitle}
            busy={pending}
          />
        ) : null}
        {state.status === "refused" && state.conflict ? (
          <ConflictPanel
            state={state}
            conflict={state.conflict}
            formRef={formRef}
            pending={pending}
            onResolve={resolveConflict}
          />
        ) : null}
        {children}
      </form>
    </FormContext>
  );
}
