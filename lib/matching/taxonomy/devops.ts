/** Tools of delivery, operations, networks and security. */
export const devopsTools = `
Docker | docker swarm, dockerfile, dockerfiles, dockerized, dockerization, docker containers | > containers | ~ podman .4
Docker Compose | docker-compose, compose files | > docker
Podman |  | > containers | & Buildah
containerd | cri-o | > containers
Kubernetes | K8s, k8s, kubernetes cluster, kubernetes clusters, kube, kubectl, k3s | > containers | ~ nomad .35, docker .2, ecs .3
Helm | ?Helm, helm charts, helm chart, helm 3, kubernetes helm | > kubernetes
Kustomize | kustomization | > kubernetes
Argo CD [argocd] | argocd, argo cd, argo workflows, argo rollouts, =Argo | > kubernetes, gitops
Flux [flux] | fluxcd, flux cd, ?Flux | > kubernetes, gitops
Rancher | rancher rke | > kubernetes
Istio | istio service mesh | > service-mesh, kubernetes
Linkerd | linker d, =eBPF, ebpf | > service-mesh | & Cilium
Envoy | ?Envoy, envoy proxy | > service-mesh
Knative |  | > kubernetes | & KEDA, Crossplane
Nomad [nomad] | hashicorp nomad, ?Nomad
Consul [consul] | hashicorp consul, ?Consul
Vault [vault] | hashicorp vault, ?Vault | > secrets-management
Terraform | terraform cloud, opentofu, open tofu, terragrunt, terraform enterprise | > iac | ~ pulumi .4, cloudformation .35, aws-cdk .35
Pulumi | pulumi.com | > iac
Ansible | ansible tower, ansible playbooks, awx | > configuration-management | ~ chef .35, puppet .35, saltstack .35
Chef [chef] | ?Chef, chef infra, chef cookbooks, chef recipes, chef server | > configuration-management
Puppet | ?Puppet, puppet enterprise, puppetlabs | > configuration-management
SaltStack | salt stack, ?Salt | > configuration-management
Packer | ?Packer, hashicorp packer | > iac
Vagrant | ?Vagrant, vagrantfile | > virtualization
Jenkins | jenkins pipelines, jenkins pipeline, jenkinsfile, cloudbees | > ci-cd | ~ github-actions .4, gitlab-ci .4, circleci .4
GitHub Actions | github action, gh actions, github workflows | > ci-cd, github
GitLab CI [gitlab-ci] | gitlab ci/cd, gitlab-ci, gitlab pipelines, gitlab cicd, gitlab runner | > ci-cd, gitlab
CircleCI | circle ci | > ci-cd
Travis CI | travisci, travis-ci | > ci-cd
TeamCity | team city | > ci-cd
Bamboo [bamboo] | ?Bamboo, atlassian bamboo | > ci-cd
Buildkite | build kite, semaphore ci | > ci-cd | & Drone CI, Concourse CI, Tekton
Spinnaker | ?Spinnaker, spinnaker cd | > ci-cd
Octopus Deploy | octopusdeploy | > ci-cd | & Harness.io, GoCD
Git | git flow, gitflow, git version control, git scm, git workflows | > version-control
GitHub | git hub, github enterprise | > git | ~ gitlab .4, bitbucket .4
GitLab | git lab | > git
Bitbucket | bit bucket | > git | & Gitea
Subversion | SVN, apache subversion, tortoisesvn | > version-control
Mercurial | mercurial hg | > version-control
Perforce | helix core | > version-control
Gerrit | gerrit code review | > git
Prometheus | prometheus monitoring, alertmanager | > monitoring | & Thanos, VictoriaMetrics
Grafana | grafana loki, grafana cloud, grafana tempo, =Loki | > monitoring
Datadog | data dog | > monitoring | ~ new-relic .4, dynatrace .4, splunk .3
New Relic | newrelic | > monitoring
Dynatrace | dyna trace | > monitoring
AppDynamics | app dynamics | > monitoring
Splunk | splunk enterprise, signalfx | > monitoring, log-management
Elastic Stack [elk] | ELK, elk stack, logstash, kibana, filebeat, =EFK, elk-stack | > elasticsearch, log-management
Fluentd | vector.dev | > log-management | & Fluent Bit
Graylog |  | > log-management | & Sumo Logic, Papertrail, Logz.io, =Mezmo
Sentry | ?Sentry, sentry.io | > monitoring | & Bugsnag, Rollbar, Raygun
OpenTelemetry | OTel, open telemetry, opentracing | > observability
Jaeger | ?Jaeger | > observability | & Zipkin
=Honeycomb [honeycomb] | honeycomb.io | > observability | & Lightstep
Nagios |  | > monitoring | & Zabbix, Icinga, Checkmk, PRTG
PagerDuty | pager duty | > incident-management | & Opsgenie, Incident.io
Statsd | graphite metrics | > monitoring | & Telegraf
NGINX | nginx plus, openresty | > web-servers
Apache HTTP Server [apache-httpd] | apache http server, apache httpd, apache web server, httpd, apache2, ?Apache | > web-servers
HAProxy | ha proxy | > load-balancing
Traefik |  | > load-balancing | & Caddy Server
Kong [kong] | kong gateway, ?Kong, =APIM | > api-gateway | & Apigee, Tyk, Azure API Management
=Varnish | varnish cache | > caching
Tomcat | apache tomcat | > java | & Jetty, Undertow
JBoss | wildfly, jboss eap | > jakarta-ee
WebSphere | web sphere, websphere liberty | > jakarta-ee
WebLogic | oracle weblogic | > jakarta-ee
RabbitMQ | rabbit mq, AMQP, cloudamqp | > message-queues | ~ activemq .4, sqs .35
ActiveMQ | active mq, apache activemq, artemis mq | > message-queues
IBM MQ | websphere mq, mqseries | > message-queues
ZeroMQ | zmq, nanomsg | > message-queues
NATS [nats] | =NATS, nats.io, nats jetstream | > message-queues
MQTT [mqtt] | MQTT, mosquitto | > iot
Apache Camel [camel] | apache camel, camel routes | > systems-integration
ZooKeeper | apache zookeeper, zoo keeper
Temporal [temporal] | temporal.io, ?Temporal, temporal workflows, cadence workflow | > workflow-orchestration
Inngest | inngest functions | > workflow-orchestration | & Trigger.dev, Hatchet.run
Camunda | camunda bpm, camunda 8, bpmn | > workflow-orchestration | & Activiti
LaunchDarkly | launch darkly, unleash flags | > feature-flags | & Flagsmith, Statsig, Split.io, GrowthBook
Backstage [backstage] | backstage.io, spotify backstage | > platform-engineering
Nix [nix] | =NixOS, nixos, nixpkgs, ?Nix
Artifactory | jfrog, jfrog artifactory, nexus repository | > ci-cd | & Sonatype Nexus, Harbor Registry
SonarQube | sonar qube, ?Sonar, sonarcloud, sonarlint | > code-quality
Snyk | snyk.io | > application-security | & Dependabot, =Renovate
Checkmarx | github advanced security | > application-security | & Veracode, Fortify SCA, Semgrep, CodeQL, Black Duck
Trivy | twistlock, =Wiz | > cloud-security | & Aqua Security, Prisma Cloud, Wiz.io
Open Policy Agent | =OPA, gatekeeper opa | > policy-as-code | & Kyverno
Burp Suite | burpsuite, =OWASP ZAP | > penetration-testing | & ZAProxy
Metasploit |  | > penetration-testing | & Kali Linux, Nmap, Cobalt Strike
Nessus |  | > vulnerability-management | & Qualys, Tenable, Rapid7, OpenVAS
Wireshark | tcpdump | > networking
CrowdStrike | defender for endpoint | > endpoint-security | & SentinelOne, Carbon Black, Microsoft Defender
Palo Alto Networks | palo alto firewalls, fortigate | > network-security | & Fortinet, Check Point Firewall
NETCONF | openconfig, restconf | > networking
Cisco | cisco ios, cisco aci, CCNA, CCNP, cisco networking | > networking
Juniper | junos | > networking
F5 [f5] | =F5, f5 big-ip, big-ip, big ip | > load-balancing
QRadar | azure sentinel | > siem | & Microsoft Sentinel, ArcSight, LogRhythm
Cloud Custodian |  | > cloud-security | & Prowler
Chaos Mesh | litmuschaos | > chaos-engineering | & =Gremlin, Chaos Monkey
cron [cron] | cron jobs, cronjobs, crontab, systemd | > linux
WireGuard |  | > vpn | & OpenVPN, Tailscale, IPsec
Let's Encrypt [letsencrypt] | letsencrypt, cert-manager, certbot | > tls
Certified Kubernetes Administrator [cka] | CKA, CKAD, =CKS | > kubernetes
Localstack | moto server | > aws
Infracost |  | > finops | & Kubecost, CloudHealth
`;
