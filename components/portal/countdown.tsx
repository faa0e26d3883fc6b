"use client";

import { useEffect, useState } from "react";

function wordsFor(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${hours} h ${minutes} min`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** Time left by the server's clock: this computer's own clock may be wrong, only its ticking is used. */
export function Countdown({ serverNow, until, over = "passed" }: { serverNow: string; until: string; over?: string }) {
  const [now, setNow] = useState(() => Date.parse(serverNow));

  useEffect(() => {
    const offset = Date.parse(serverNow) - Date.now();
    const timer = setInterval(() => setNow(Date.now() + offset), 1000);
    return () => clearInterval(timer);
  }, [serverNow]);

  const left = Date.parse(until) - now;
  return (
    <span role="timer" className="tabular whitespace-nowrap">
      {left > 0 ? `${wordsFor(left)} left` : over}
    </span>
  );
}
