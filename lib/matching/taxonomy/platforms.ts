/** Clouds, hosted platforms, operating systems and hardware. */
export const platforms = `
AWS [aws] | amazon web services, amazon-web-services, AWS, aws cloud, aws services, amazon aws | > cloud-computing | ~ gcp .35, azure .35
Google Cloud [gcp] | GCP, google cloud platform, gcp cloud, google-cloud-platform | > cloud-computing | ~ azure .3
Azure | microsoft azure, ms azure, azure cloud, azure services | > cloud-computing
AWS Lambda [lambda] | aws lambda, ?Lambda, lambda functions, aws-lambda, lambda@edge | > aws, serverless | ~ cloud-functions .4, azure-functions .4
Amazon EC2 [ec2] | EC2, aws ec2, amazon ec2 | > aws
Amazon S3 [s3] | S3, aws s3, amazon s3, s3 buckets | > aws, object-storage
Amazon ECS [ecs] | ECS, aws ecs, =Fargate, aws fargate, amazon ecs, elastic container service | > aws, containers
Amazon EKS [eks] | EKS, aws eks, amazon eks, elastic kubernetes service | > kubernetes, aws
AWS IAM [aws-iam] | aws iam, amazon cognito, aws cognito, cognito | > aws, iam
AWS CDK [aws-cdk] | CDK, aws cdk, cloud development kit | > aws, iac
CloudFormation | cloud formation, aws cloudformation, aws sam, =SAM templates | > aws, iac
CloudWatch | cloud watch, aws cloudwatch, amazon cloudwatch, aws x-ray | > aws, monitoring
CloudFront | aws cloudfront, amazon cloudfront | > aws, cdn
Elastic Load Balancing [elb] | aws elb, elb, aws alb | > aws, load-balancing
Amazon CloudSearch | cloudsearch | > aws, search-engines
Route 53 [route53] | route53, aws route 53 | > aws, dns
API Gateway [api-gateway] | aws api gateway, amazon api gateway, api gateways
SQS [sqs] | SQS, amazon sqs, aws sqs, sns/sqs, sqs/sns | > aws, message-queues
SNS [sns] | SNS, amazon sns, aws sns | > aws
EventBridge | amazon eventbridge, event bridge | > aws, event-driven-architecture
Step Functions | aws step functions | > aws, workflow-orchestration
Kinesis | amazon kinesis, aws kinesis, kinesis data streams, kinesis firehose | > aws, event-streaming
AWS Amplify [amplify] | aws amplify, ?Amplify | > aws
AWS AppSync [appsync] | appsync | > aws, graphql
Elastic Beanstalk | beanstalk, aws elastic beanstalk | > aws
AWS CodePipeline [codepipeline] | codepipeline, codebuild, codedeploy, aws codebuild | > aws, ci-cd
Amazon VPC [vpc] | VPC, aws vpc, virtual private cloud | > networking
AWS Secrets Manager | aws kms, KMS | > aws, secrets-management
Amazon Connect | amazon connect | > aws
Azure DevOps | azure-devops, VSTS, TFS, azure pipelines, azure boards, =ADO | > ci-cd
Azure Functions | azure function | > azure, serverless
Azure App Service | azure app services, azure web apps | > azure
AKS [aks] | AKS, azure kubernetes service | > kubernetes, azure
Azure Active Directory [entra-id] | azure ad, =AAD, entra id, microsoft entra, microsoft entra id | > azure, iam
Azure Service Bus | service bus, azure event hubs, event hubs, event grid, azure event grid | > azure, message-queues
Azure Logic Apps | logic apps | > azure
Bicep [bicep] | azure bicep, ?Bicep, arm templates | > azure, iac
GKE [gke] | GKE, google kubernetes engine | > kubernetes, gcp
Cloud Run | google cloud run | > gcp, serverless
Cloud Functions [cloud-functions] | google cloud functions, gcp cloud functions | > gcp, serverless
Pub/Sub [pub-sub] | pub/sub, pubsub, google pub/sub, cloud pub/sub, google pubsub | > message-queues
Google App Engine | app engine, gae | > gcp
Dataproc | google dataproc | > gcp, big-data
Google Cloud Storage | GCS, cloud storage buckets | > gcp, object-storage
Firebase | google firebase, firebase auth, firebase cloud messaging, FCM, crashlytics | > gcp
Oracle Cloud | oracle cloud infrastructure, OCI | > cloud-computing
IBM Cloud | bluemix, ibm bluemix | > cloud-computing
Alibaba Cloud | aliyun | > cloud-computing
OpenStack | open stack | > cloud-computing
DigitalOcean | digital ocean, ovh | > cloud-computing | & Linode, Hetzner, OVHcloud
Cloudflare | cloudflare workers, cloudflare pages, cloudflare r2, =Workers KV | > cdn
Fastly | fastly vcl | > cdn | & Akamai
Vercel | vercel platform, vercel edge | > serverless | ~ netlify .4
Netlify | netlify functions | > serverless
Heroku | heroku postgres | > cloud-computing
Render [render] | render.com, ?Render | > cloud-computing | & Railway.app
Fly.io | fly io | > cloud-computing
Cloud Foundry | pivotal cloud foundry, =PCF, cloudfoundry | > cloud-computing
OpenShift | red hat openshift, openshift container platform, =OCP | > kubernetes
VMware | vsphere, vmware vsphere, esxi, vcenter, tanzu | > virtualization
Hyper-V | hyper v, kvm/qemu, KVM | > virtualization | & Proxmox, QEMU
Nutanix | nutanix ahv | > virtualization
Citrix | citrix xenapp, xendesktop, citrix virtual apps | > virtualization
Linux | gnu/linux, linux administration, embedded linux, linux kernel, linux systems | > operating-systems | ~ unix .4
Ubuntu | ubuntu server | > linux | & Debian
Red Hat Enterprise Linux [rhel] | RHEL, red hat, redhat | > linux | & CentOS, Fedora, Rocky Linux, AlmaLinux
SUSE | SLES, opensuse | > linux
Unix | UNIX, AIX, =HP-UX | > operating-systems | + Solaris, FreeBSD
Windows Server | windows server 2016, windows server 2019, iis, microsoft iis | > operating-systems
?Windows | ms windows, microsoft windows, windows 10, windows 11 | > operating-systems
macOS | mac os, mac os x, os x, =OSX | > operating-systems
iOS | iOS, ios sdk, ios development, ios app development, ipados, watchos, tvos, ios apps | > mobile-development | ~ android .25
Android | android sdk, android development, android studio, android app development, =AOSP, android ndk, android apps | > mobile-development
visionOS | vision os | > ios
Mainframe | ibm mainframe, =CICS, ibm i, iseries | + z/OS, AS/400
Raspberry Pi | raspberrypi | > embedded-systems
Arduino |  | > embedded-systems | & ESP32, ESP8266
STM32 | stm 32, arm cortex, arm cortex-m, cortex-m | > embedded-systems
FPGA [fpga] | FPGA, FPGAs | > embedded-systems | + Xilinx, Altera, Vivado
NVIDIA Jetson | jetson nano, jetson orin | > embedded-systems
PLC [plc] | =PLC, SCADA, siemens tia portal, tia portal, programmable logic controllers | > industrial-automation
Salesforce | sfdc, salesforce crm, sales cloud, service cloud, salesforce.com, salesforce platform, salesforce lightning, salesforce marketing cloud, pardot | > crm
ServiceNow | service now, service-now
SAP [sap] | =SAP, sap erp, sap ecc, sap btp | > erp
Dynamics 365 | ms dynamics, microsoft dynamics, dynamics crm, dynamics 365 business central, business central, dynamics nav, nav/bc | > erp
Workday [workday] | workday hcm, workday studio, workday integrations, =Workday
NetSuite | oracle netsuite | > erp
Oracle E-Business Suite | oracle ebs, oracle erp, oracle fusion | > erp | & PeopleSoft, JD Edwards
Odoo | openerp | > erp
Coupa | =Coupa | & Ariba
HubSpot | hub spot | > crm
Zoho | zoho crm | > crm
Marketo |  | > marketing-automation | & Eloqua, Braze, Klaviyo
Zendesk | intercom platform | > customer-support | & Freshdesk
Shopify | shopify plus, shopify hydrogen, shopify api | > e-commerce
BigCommerce | big commerce, hybris | > e-commerce | & commercetools, SAP Commerce, Salesforce Commerce Cloud
Stripe | ?Stripe, stripe api, stripe connect, stripe payments, stripe billing | > payments
Adyen |  | > payments | & Braintree, PayPal API, Checkout.com
Plaid | ?Plaid, plaid api | > fintech
Twilio | twilio api | & SendGrid, Mailgun, Vonage
Auth0 | auth zero | > authentication | & Clerk.dev
Okta | okta workforce | > iam, authentication
Keycloak | key cloak | > iam, authentication
Ping Identity |  | > iam | & ForgeRock, SailPoint, CyberArk, Saviynt
Active Directory | LDAP, microsoft active directory, active-directory | > iam | & OpenLDAP
Contentful | contentful cms | > headless-cms
=Sanity | ?Sanity, sanity.io, sanity cms | > headless-cms
Prismic |  | > headless-cms | & Storyblok, Directus, Payload CMS, Ghost CMS, Hygraph, DatoCMS
Adobe Experience Manager [aem] | AEM, adobe experience cloud, adobe cq5 | > cms
Sitecore | sitecore xm | > cms
Contentstack | episerver | > cms | & Kentico, Optimizely CMS, Bloomreach
Webflow | framer.com | > cms | & =Wix, Squarespace
SharePoint | share point, sharepoint online | > microsoft-365
Microsoft 365 [microsoft-365] | office 365, o365, m365, microsoft office, ms office
Power Platform | power apps, powerapps, power automate, microsoft power platform | > low-code
OutSystems | pegasystems | > low-code | & Mendix, Appian, =Pega
Retool |  | > low-code | & Appsmith, Tooljet
MuleSoft | mule esb, anypoint, anypoint platform | > systems-integration
Dell Boomi | boomi | > systems-integration | & Workato, Tray.io, Celigo
TIBCO | tibco bw, tibco ems | > systems-integration | & webMethods, IBM Integration Bus
Ethereum | evm, =Foundry solidity | > blockchain | + Hardhat, ethers.js, web3.js, wagmi
Solana | anchor framework, solana programs | > blockchain
Bitcoin | lightning network | > blockchain
Hyperledger | hyperledger fabric | > blockchain | & Corda
Polkadot | parity substrate | > blockchain | & Cosmos SDK
Guidewire |  | > insurance | & Duck Creek
Epic EHR [epic-ehr] | epic systems, epic ehr | > healthcare | & Cerner, athenahealth
Anaplan | adaptive planning
Bloomberg Terminal | bloomberg api, blpapi | > capital-markets | & Refinitiv
Murex | calypso trading, =Murex | > capital-markets
ArcGIS | esri | > gis | & QGIS
`;
