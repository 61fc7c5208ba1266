/** What a new configuration file holds: everything explained, nothing decided but the profile that holds anyway. */
export const CONFIGURATION_TEMPLATE = `# Oakum reads this file for all manifests in this folder and below.

# How much to ask for: baseline, restricted, strict or all. Each holds all of those before it.
profile: restricted

# The Kubernetes version that the manifests are for. The newest, where nothing is said.
# kubernetesVersion: "1.34"

# Single rules: off, hint, information, warning or error. \`oakum rules\` lists them, \`oakum explain RULE\` tells more.
# rules:
#   host-network: error
#   latest-image-tag: off

# Registries and repositories whose images are trusted.
# trustedRegistries:
#   - registry.example.com
#   - ghcr.io/example

# Files that are not looked at.
# exclude:
#   - vendor
#   - "**/testdata/**"

# What holds for some files only.
# overrides:
#   - files: platform/**
#     profile: baseline

# Findings that are known and accepted; with \`until\`, for a time.
# suppressions:
#   - rules: [host-network]
#     files: platform/ingress/**
#     reason: The ingress controller is reached by the nodes' own addresses.
#     until: "2030-12-31"

# Kinds that make pods, beside those that are known.
# podTemplates:
#   - group: example.com
#     kind: Runner
#     template: spec.template

# Other configuration files that this one builds upon.
# extends: ../.oakum.yaml
`;
