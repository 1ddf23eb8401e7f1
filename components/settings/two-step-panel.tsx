"use client";

import { useState } from "react";
import { toast } from "sonner";
import { disableTwoStepAction, renewRecoveryCodesAction } from "@/app/(app)/settings/security/two-step-actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { RecoveryCodes } from "./recovery-codes";
import { TwoStepProof } from "./two-step-proof";
import { TwoStepSetUp } from "./two-step-set-up";

type Step = "set_up" | "disable" | "renew" | "codes";

const TITLES: Record<Step, [title: string, description: string]> = {
  set_up: ["Turn on two-step sign-in", "You need an authenticator app on your phone or in your password manager."],
  disable: ["Turn off two-step sign-in", "The password alone will then be enough to sign in."],
  renew: ["New recovery codes", "The codes you have now stop working."],
  codes: ["Keep your recovery codes", "Each one stands in for your app once. They are not shown again."],
};

/** Stays in place while the section around it is read anew, so that codes shown once are not taken away. */
export function TwoStepPanel({ isOn, hasPassword }: { isOn: boolean; hasPassword: boolean }) {
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<string[]>([]);
  const close = () => {
    setStep(undefined);
    setCodes([]);
  };
  const showCodes = ({ recoveryCodes }: { recoveryCodes: string[] }) => {
    setCodes(recoveryCodes);
    setStep("codes");
  };
  const [title, description] = TITLES[step ?? "set_up"];
  return (
    <>
      {isOn ? (
        <>
          <Button onClick={() => setStep("renew")}>New recovery codes</Button>
          <Button onClick={() => setStep("disable")}>Turn off</Button>
        </>
      ) : (
        <Button variant="primary" onClick={() => setStep("set_up")}>
          Turn on
        </Button>
      )}
      <Dialog open={Boolean(step)} onOpenChange={(isOpen) => !isOpen && close()}>
        <DialogContent onInteractOutside={(event) => step === "codes" && event.preventDefault()}>
          <DialogHeader>
            <DialogTitle>{title}</DialogTitle>
            <DialogDescription>{description}</DialogDescription>
          </DialogHeader>
          {step === "set_up" && <TwoStepSetUp hasPassword={hasPassword} onDone={showCodes} onCancel={close} />}
          {step === "renew" && (
            <TwoStepProof
              action={renewRecoveryCodesAction}
              hasPassword={hasPassword}
              submit="Make new codes"
              onDone={showCodes}
              onCancel={close}
            />
          )}
          {step === "disable" && (
            <TwoStepProof
              action={disableTwoStepAction}
              hasPassword={hasPassword}
              submit="Turn off"
              isDangerous
              onDone={() => {
                close();
                toast.success("Two-step sign-in is off");
              }}
              onCancel={close}
            />
          )}
          {step === "codes" && <RecoveryCodes codes={codes} onDone={close} />}
        </DialogContent>
      </Dialog>
    </>
  );
}
