"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { type Cell, type GridOption, moveCell, nextKey, pasteBlock, readBlock, readNumber } from "./grid-state";

const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
};

function idOf(cell: Cell): string {
  return `${cell.option}-${cell.line}-${cell.year}`;
}

/** State and keyboard of the grid. */
export function useGrid(initial: GridOption[], years: number) {
  const [options, setOptions] = useState(initial);
  const cells = useRef(new Map<string, HTMLInputElement>());

  function changeOption(index: number, change: (option: GridOption) => GridOption) {
    setOptions((before) => before.map((option, at) => (at === index ? change(option) : option)));
  }

  function setAmount(cell: Cell, text: string) {
    changeOption(cell.option, (option) => ({
      ...option,
      lines: option.lines.map((line, at) =>
        at === cell.line
          ? { ...line, amounts: line.amounts.map((old, year) => (year === cell.year ? text : old)) }
          : line,
      ),
    }));
  }

  function focus(cell: Cell | null): boolean {
    const input = cell && cells.current.get(idOf(cell));
    if (!input) return false;
    input.focus();
    input.select();
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, cell: Cell) {
    const input = event.currentTarget;
    const isAtStart = input.selectionStart === 0 && input.selectionEnd === input.selectionStart;
    const isAtEnd = input.selectionEnd === input.value.length && input.selectionStart === input.selectionEnd;
    const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    let move = ARROWS[event.key];
    if (event.key === "Enter" && event.shiftKey) move = [-1, 0];
    if (event.key === "ArrowLeft" && (isAtStart || isWhole)) move = [0, -1];
    if (event.key === "ArrowRight" && (isAtEnd || isWhole)) move = [0, 1];
    if (!move) return;
    // Enter never sends the form from inside the grid, also in its last row.
    event.preventDefault();
    focus(moveCell(options, cell, move[0], move[1]));
  }

  function onPaste(event: ClipboardEvent<HTMLInputElement>, cell: Cell) {
    const text = event.clipboardData.getData("text");
    const block = readBlock(text);
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    setOptions((before) => pasteBlock(before, cell, block));
  }

  function onBlur(cell: Cell, text: string) {
    const read = readNumber(text);
    if (read !== text) setAmount(cell, read);
  }

  function addLine(index: number) {
    setOptions((before) =>
      before.map((option, at) =>
        at === index
          ? {
              ...option,
              lines: [
                ...option.lines,
                {
                  key: nextKey(before),
                  category: "vendorCharges",
                  name: "",
                  amounts: Array.from({ length: years }, () => ""),
                },
              ],
            }
          : option,
      ),
    );
  }

  function addOption() {
    setOptions((before) => [
      ...before,
      {
        key: nextKey(before),
        id: null,
        name: "",
        kind: "outsourceOffshore",
        vendorModel: "single",
        outsourcingType: "business",
        notes: "",
        lines: (["vendorCharges", "retainedOrganization", "transition"] as const).map((category, index) => ({
          key: nextKey(before) + 1 + index,
          category,
          name: {
            vendorCharges: "Vendor charges",
            retainedOrganization: "Retained organization",
            transition: "Transition, one-off",
          }[category],
          amounts: Array.from({ length: years }, () => ""),
        })),
      },
    ]);
  }

  return {
    options,
    setAmount,
    onKeyDown,
    onPaste,
    onBlur,
    addLine,
    addOption,
    changeOption,
    removeOption: (index: number) => setOptions((before) => before.filter((_, at) => at !== index)),
    register: (cell: Cell) => (input: HTMLInputElement | null) => {
      if (input) cells.current.set(idOf(cell), input);
      else cells.current.delete(idOf(cell));
    },
  };
}

export type Grid = ReturnType<typeof useGrid>;
