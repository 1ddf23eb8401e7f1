import { startProviderAction } from "@/app/(auth)/provider-actions";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { ProviderMark } from "./provider-mark";

interface OfferedProvider {
  id: string;
  name: string;
}

/** One button for each provider configured, and nothing at all without one. */
export function ProviderButtons({ providers, next }: { providers: OfferedProvider[]; next?: string }) {
  if (providers.length === 0) return null;
  return (
    <div className="mt-5 space-y-2">
      <div className="mb-4 flex items-center gap-3 text-muted text-sm">
        <span aria-hidden className="h-px flex-1 bg-border" />
        or
        <span aria-hidden className="h-px flex-1 bg-border" />
      </div>
      {providers.map(({ id, name }) => (
        <ActionForm key={id} action={startProviderAction} className="space-y-2">
          <input type="hidden" name="provider" value={id} />
          {next && <input type="hidden" name="next" value={next} />}
          <SubmitButton variant="secondary" size="lg" className="w-full" busyLabel={`Going to ${name}…`}>
            <ProviderMark id={id} />
            Continue with {name}
          </SubmitButton>
        </ActionForm>
      ))}
    </div>
  );
}
