/** The manifests that the tests write. */

/** A deployment that has one container with this security context, everything else being in order. */
export function deployment(name: string, securityContext: readonly string[] = []): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: ${name}
          image: registry.example.com/${name}:1.4.2
          resources:
            limits:
              memory: 128Mi
          securityContext:
${securityContext.map((line) => `            ${line}\n`).join('')}            capabilities:
              drop: [ALL]
`;
}

/** A deployment that nothing is found in. */
export const HARDENED = deployment('hardened', ['allowPrivilegeEscalation: false']);

/** A deployment with one finding. */
export const ESCALATING = deployment('escalating', ['allowPrivilegeEscalation: true']);

/** What is found in `ESCALATING`. */
export const ESCALATION = 'privilege-escalation';
