/** What every editor makes of workspace/structure/messy.stack.yaml when it is asked to format it. */
export const TIDY = `apiVersion: stackpin/v1
kind: Stack
metadata: {name: messy, labels: {team: a}}
components:
  # newest first
  kubernetes: 1.36.4   # aligned
  helm: ">=4.1  <5"

environments:
  production:
    components:
      helm: "4.1"
`;
