// What is measured is made here, so that every run and every machine measures the same.

/** A Deployment of about 1.3 KB, with everyday flaws. */
function deployment(number) {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-${number}
  namespace: shop
  labels:
    app.kubernetes.io/name: service-${number}
    app.kubernetes.io/part-of: shop
spec:
  replicas: ${1 + (number % 5)}
  selector:
    matchLabels:
      app.kubernetes.io/name: service-${number}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: service-${number}
    spec:
      serviceAccountName: service-${number} # its own account
      containers:
        - name: web
          image: registry.example.com/shop/service-${number}:1.${number}.0
          args: ["--port=8080", "--verbose"]
          ports:
            - name: http
              containerPort: 8080
          env:
            - name: LOG_LEVEL
              value: "info"
            - name: DATABASE_URL
              valueFrom:
                secretKeyRef:
                  name: database
                  key: url
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 256Mi }
          securityContext:
            allowPrivilegeEscalation: ${number % 3 === 0}
            readOnlyRootFilesystem: true
          volumeMounts:
            - name: tmp
              mountPath: /tmp
      volumes:
        - name: tmp
          emptyDir: {}
`;
}

/** So many documents in one file. */
export function documents(count) {
  return Array.from({ length: count }, (_, number) => deployment(number)).join('---\n');
}

/** One document of about so many lines: a custom resource as large as some definitions are. */
export function largeDocument(lines) {
  const properties = Array.from({ length: Math.floor(lines / 4) }, (_, number) => `            field${number}:\n              type: string\n              description: "What field ${number} is for."\n              maxLength: ${number + 1}`);
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: things.example.com
spec:
  group: example.com
  names: { kind: Thing, plural: things }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
${properties.join('\n')}
`;
}
