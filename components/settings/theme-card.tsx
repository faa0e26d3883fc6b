import { cookies } from "next/headers";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { readTheme, THEME_COOKIE } from "@/lib/access/theme";
import { setTheme } from "@/lib/access/theme-action";

const LABELS = { light: "Light", dark: "Dark", system: "As the system" } as const;

export async function ThemeCard() {
  const current = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <Card>
      <CardHeader title="Theme" sub="For this browser." />
      <CardBody className="flex flex-wrap gap-2">
        {(["light", "dark", "system"] as const).map((theme) => (
          <form key={theme} action={setTheme}>
            <input type="hidden" name="theme" value={theme} />
            <Button
              type="submit"
              aria-pressed={theme === current}
              variant={theme === current ? "primary" : "secondary"}
            >
              {LABELS[theme]}
            </Button>
          </form>
        ))}
      </CardBody>
    </Card>
  );
}
