import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { switchPlace } from "@/lib/access/actions";
import type { Place } from "@/lib/access/places";

/** For somebody who answers for several companies, or is a member elsewhere too. */
export function OtherPlaces({ places }: { places: readonly Place[] }) {
  return (
    <Card>
      <CardHeader title="Work elsewhere" sub="Your account also reaches these." />
      <ul>
        {places.map((place) => (
          <li
            key={place.id}
            className="flex items-center justify-between gap-3 border-line border-b px-4 py-2.5 last:border-b-0"
          >
            <span className="min-w-0">
              {place.vendorName ?? place.organizationName}
              <span className="block text-ink-3 text-xs">
                {place.vendorName ? `Vendor portal of ${place.organizationName}` : "Member"}
              </span>
            </span>
            <form action={switchPlace}>
              <input type="hidden" name="organizationId" value={place.id} />
              <Button type="submit" size="sm">
                Switch
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
