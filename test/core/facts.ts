/** What each item of the source asks, in its own nouns and verbs, and what binds in it; read against the source by hand. */

/**
 * By item or group: figures and the words that make a demand stricter or looser, in the order of requirement, evidence
 * and what does not count. An item that is not here has none.
 */
export const BINDING: Readonly<Record<string, string>> = {
  "1.1": "must, must, if, suffice, not",
  "1.2": "suffice",
  "1.3": "may, must",
  "1.5": "at least",
  "1.6": "at least, 3, at least, 1, must, each, 12, 18 months",
  "2.1": "should, should, no more than, 30 minutes",
  "2.2": "12 months",
  "3.1":
    "must, all, 23, each, if, no, only, if, all, exclusively, not, all, 3.1, should, if, no, 6, may",
  "4.1": "may",
  "4.2.3": "at least, 1",
  "4.2.5": "at least, 1",
  "4.3.1": "3, 12, 18 months",
  "4.3.2": "if, not, 2, all, may, 4.3.1",
  "4.4.2": "must, must, each",
  "5.5": "not",
  "5.6": "at least, 1, may",
  "5.8": "must, at least, 90 %, 6 months, must, must",
  "6.1": "must, 3, 12, 18 months, 6.1, 3, 12, 18 months",
  "6.1.1": "each",
  "6.1.2": "each",
  "6.1.3": "each",
  "6.1.4": "each",
  "6.1.5": "each",
  "6.1.6": "each",
  "6.1.7": "each, at least, 2, if",
  "7.1": "must, should, each, alternatively, if, sufficient",
  "7.2": "each, alternatively, if, sufficient",
  "8.1.1": "may, 27001",
  "8.1.3": "may, 27001",
  "8.1.4": "all",
  "8.1.5": "not",
  "8.1.8": "all, must",
  "8.1.9": "should, not, 2, 2017, 1, 2017",
  "8.1.10": "all",
  "8.2.1": "recommended",
  "8.2.2": "must, must",
  "8.2.4": "all, only, without, may, must, all",
  "8.3": "without, 509, all, 3, 1",
  "8.4": "not, should, 12 months, 22301, may",
  "9.1": "24x7, may, 24x7, 8x5, must, without, 24 hours, must, 20000, may",
  "9.2.1": "must, alternatively, 20000",
  "9.3": "each, 9.3",
  "9.3.1": "must",
  "9.3.2": "each",
  "9.3.3": "each",
  "9.3.4": "must",
  "9.3.5": "must, must",
  "9.4": "no",
  "9.5": "all, must, should",
  "9.6.1": "must, must, should, should",
  "9.6.2": "should, should, 2",
  "9.6.3": "should, should, 2",
  "9.7": "should",
  "9.9.1": "all, should, should, should, if, alternatively, 20000",
  "9.9.2": "not",
  "9.10.1": "all, must, alternatively, 20000",
  "9.10.2": "alternatively, 20000",
  "9.11.1": "no, all, alternatively, 20000",
  "9.11.2": "all, must, may, alternatively, 20000",
  "9.13.2": "must",
  "9.13.3": "recommended",
  "9.14": "recommended, should, should",
  "9.15.1": "should, should, should, 1",
  "9.15.2": "may",
  "10.1": "may",
  "11.2.1": "may, may, 11.1.2",
  "11.2.2": "may, 11.2.1, recommended",
  "12.2": "not",
  "14.1": "not",
};

/** By item or group: words without which a clause of the source is lost, parted by bars. Every clause has some. */
export const NAMED: Readonly<Record<string, string>> = {
  "1.1":
    "regularly checks | how healthy its finances are | including by Altman’s Z-Score | Dun and Bradstreet | Financial Stress Score | Supplier Evaluation Risk Rating | or an equivalent | trust an AWS MSP to lead in protecting their data | following AWS best practices | monitor and maintain | stay in touch regularly | recommending efficiencies | business is viable | divestitures in process | material to delivering | Credit Reports | region’s equivalent | proof that the partner assesses its financial health | when risks are identified | for publicly traded companies | public securities filings of the most recent period | statements on the company’s own website",
  "1.2":
    "plans its finances by processes that are in place | forecasting | budgeting | review of financial metrics | how finances are planned | metrics are collected and reviewed | for publicly traded companies",
  "1.3":
    "areas in which the business is at risk | mitigate them documented | financial risks | age and maturity | rapid growth | losing large deals | documented risk analysis | current progress on the plan",
  "1.4": "succession plan is in place | loss of key leadership staff | documented succession plan",
  "1.5":
    "capture objectively how satisfied its employees are | formal survey process | documentation of the feedback | actions taken on it",
  "1.6":
    "AWS customer references | publicly referenceable | new within the last | new engagements of an existing customer | current customer who pays",
  "2.1":
    "sets the stage | next generation | traditional on-premise or hosted | can give demonstrations | stressing automation by DevOps | history | office locations | headcount | number, size, industry | differentiators | AWS partnership | APN participation | changes and improvements since the last audit | delivered in the validation meeting",
  "2.2":
    "tells the public | traditional on-premise or hosted | stressing automation by DevOps | blog posts | press articles | videos and the like | information on next generation | published within",
  "3.1":
    "consult on building workloads | sustainable in operation | objectives call for | fluent in | for each it gives | examples of customer solutions that use it | a hypothetical use case: where | where to consider | how it will be supported | how the partner supports it | alone or in a solution of several | met only if | waives services not available | showing knowledge | no earlier audit reviewed | use cases and descriptions | solution designs of section",
  "4.1":
    "works out which resources | personnel and infrastructure | business demand | and provides them | resource planning documentation | makes sure | needs for the demand | Certified Solutions Architect Professionals | number of customers",
  "4.2.1":
    "overview of the company’s job roles | support the AWS business | document or spreadsheet of the roles | job title | % of time | trainings or certifications | relevant to the industry",
  "4.2.2":
    "defined processes for hiring and termination | checklists for on- and off-boarding | records of on- and off-boarding that was carried out | filled-in checklists or training plans",
  "4.2.3": "leadership position | ITIL Foundation certificate",
  "4.2.4":
    "everyone in the sales teams | applicable business units | AWS MSP practice | records of these accreditations",
  "4.2.5": "leadership position | AWS Associate level certification | records of",
  "4.3.1":
    "signed with customers | specific billing model | other contractual agreements | executed in the last",
  "4.3.2":
    "legally owns the data | either party terminates | when data or account is handed | format and method | account credentials | removes IAM accounts | not the customer’s | address all of this",
  "4.4.1":
    "defined how it selects and evaluates suppliers | third parties | subcontracts | records of supplier",
  "4.4.2":
    "uses SaaS solutions | hold customer information | access AWS resources | due diligence | how these comply on security | focused on customers’ privacy and security | records of supplier selection | for the security assessment | security overview and documentation | authentication and authorization | MFA capabilities | availability characteristics | data backup plan | disaster recovery plan",
  "4.5": "support plan is in place | current AWS support agreement",
  "5.1":
    "partner uses the service | paying the AWS bill | monitoring usage and budgeting | demonstration of its console | including the ability | download PDF | Billing Reports | Billing Alerts | Cost Allocation Tags | benefits of Cost Explorer | tax exemptions | when applicable",
  "5.2":
    "Account Settings page | keeps contact and security information of the payer and/or linked | up to date | demonstration of the page | including the ability | update the address | describe and set | security challenge questions | how to close an AWS account | cancellation of services",
  "5.3":
    "billing management and optimization | third-party ISVs | own development | proactive recommendations | demonstrated | what AWS has natively",
  "5.4":
    "create new accounts | with consolidated billing enabled | link an account to a payer account | take an account out of | sign up for AWS Support | Identity and Access Management | by role | provision account access | reserved capacity purchases | demonstration of these abilities",
  "5.5":
    "blended and unblended rate | rebilling at a blended rate | nuances | key column names | reservation purchases and credit allocation | billing suggestions | how a consolidated bill allocates the benefit of credits | that of Reserved Instances | demonstration of these abilities",
  "5.6":
    "partner uses account controls | Block Spend Data | Block Access To Cost Explorer | Prevent Account Unlinking | demonstration of these controls | other evidence that they are applied",
  "5.7":
    "part of the partner’s contracts with customers | of its processes | complies with its agreements | reseller agreement | the terms: References, on About | into which the current AWS License Terms were taken up",
  "5.8":
    "required to give | terms of their reseller agreement | compliance rate of | before the audit | Partner Portal | References, on About | how the data is collected | maintained and reported to AWS | compliance rate must be shown",
  "6.1":
    "deliver a design document | complete and detailed | customer and partner are both assured | due diligence | capacity planning | architectural review | long-term operational process | detailed design documents of implemented | produced within | contain what the items under this heading name | part of a complete detailed design | capacity, architecture, operations (see About) | 6.1 as a whole | detailed designs of implemented | made in the last",
  "6.1.1": "customer’s requirements | each detailed design documents them",
  "6.1.2": "proposed design | architectural details | each detailed design gives these details",
  "6.1.3":
    "system performance | capacity management and availability measurement | measuring the success | each detailed design gives these details",
  "6.1.4":
    "security policies and procedures are assessed | gaps identified | detailed design has the assessment, with the gaps",
  "6.1.5":
    "architected by AWS’s security best practices | Introduction to AWS Security Whitepaper | each detailed design shows it",
  "6.1.6":
    "risk management and governance at scale | Overview of Risk and Compliance Whitepaper | Introduction to AWS Security Whitepaper | each detailed design shows it",
  "6.1.7":
    "customer engagement | initially and on an ongoing basis | upkeep of two AWS checklists: Basic Operations | where applicable | Enterprise Operations (see References | for this item | with enterprise operations checklist | completed for a current or past customer | ongoing assessments scheduled",
  "7.1":
    "AWS architecture best practices and reference architectures | ran the customer’s environment | react to failures | capacity or hardware | AWS expertise | industry or solution | big data | how to move workloads | highly available | elastic | reliable | tolerate faults | freeing resources | implemented design recommendations | customer scenario | migration competency",
  "7.2":
    "can migrate applications | continual integration and automated deployment | elastic and highly available | provides tooling | from that of infrastructure | deploy and configure their applications | together with the managed service | implemented recommendations | customer scenario | migration competency",
  "8.1.1":
    "own systems from attacks | established how it protects | by security policies and procedures | reviewed and approved | the policies and procedures. | certification related to information security | infrastructure security and information management | with their approvals",
  "8.1.2":
    "engineers access to customer resources | principle of least privilege | process is in place | defines and maintains | appropriate level of access | customer defines as critical or sensitive | controlled further | multi-factor or quorum authentication | alerts based on access | demonstrated live | can do internally | by which processes | access policies keep to least privilege",
  "8.1.3":
    "protects its customers’ systems from attacks by security policies and procedures | the policies and procedures. | management of information security",
  "8.1.4":
    "AWS infrastructure that is supported into Amazon Virtual Private Cloud | technology demonstration | deployment framework | deployment into VPC is implemented",
  "8.1.5": "root account credentials | administer AWS accounts | technology demonstration",
  "8.1.6":
    "provides services that encrypt data at rest | Encrypting Data at Rest Whitepaper | design documentation | services are used",
  "8.1.7":
    "customers understand | security processes and technologies of AWS | Introduction to AWS Security Whitepaper | onboarding and educational documents | customers’ security considerations",
  "8.1.8":
    "makes sure that all AWS root accounts | its own and its customers’ | multi-factor authentication (MFA) activated | technology must be shown | audited for MFA activation | activation on new",
  "8.1.9":
    "performs secret shopper tests | social engineering | systems for calls | chat and email | confidential data such as social security numbers | personal security questions | records of the last | lessons learned | documented | acceptable",
  "8.1.10":
    "partner systems | contact and business/personal information | is encrypted | partner, billing and ticketing | systems that store customer information | proof of encryption",
  "8.2.1":
    "stores security events | regulatory purposes and for analysis | kept for the duration agreed | security at scale | logging in AWS Whitepaper | a customer’s security event log",
  "8.2.2":
    "retention periods agreed with customers are honoured | support and maintain the logs | Security Event Log as an example | kept up for the whole of the agreed retention period | defined and agreed with customers | how long logs are retained | how they are supported and maintained | master services agreement (MSA) | or another document | that the customer maintains | ensure its maintenance",
  "8.2.3": "can demonstrate that it uses | audit security components | example of such auditing",
  "8.2.4":
    "CloudTrail is enabled on all managed accounts | maintains the integrity of the logs | technology demonstration | documented policies and processes | must be in place | ensure that all accounts | have CloudTrail enabled",
  "8.3":
    "has an Access Management Strategy and documents it | without being limited to | users of AWS Identity and Access Management | symmetric access keys | asymmetric X.509 certificates | console passwords | multi-factor authentication | hardware or virtual | technology demonstration | documentation of the process | everything required",
  "8.4":
    "monitor its own internal systems | do not compromise customer services | reasonable | tested processes exist | internal outages and failures | depth of failure | disaster management | loss or compromise of data and infrastructure | documentation of the processes | everything required | test of business continuity | business continuity management",
  "9.1":
    "multiple means of communication | call centre staffed | after-hours support | pager or alert | by rotation | explain or show how | without a call centre | documented procedures | weekends and holidays | IT Service Management | current and scoped to the AWS managed service practice",
  "9.2.1":
    "levels for support are defined | made known to customers | documentation that defines the levels | explain or show how customers are told | IT Service Management | current and scoped to the AWS managed service practice",
  "9.3":
    "The partner has an IT Service Management (ITSM) ticketing system that can do what each item under this heading asks | For 9.3 as a whole: an IT Service Management (ITSM) ticketing system that supports this",
  "9.3.1":
    "tickets for events and incidents are created and escalated | must show both | how such tickets are created | how they are escalated",
  "9.3.2": "each ticket is logged and time-stamped immediately | proof that tickets are logged",
  "9.3.3":
    "escalating to AWS Support is documented | a flowchart | time frames for escalating | types of cases | defined criteria | smooth handoff | ticket’s resolution | documented escalation process | each of these points",
  "9.3.4": "sends escalation alerts automatically | how automated escalations happen",
  "9.3.5":
    "Support Center and the ticketing system are integrated | directly | parsing of e-mail responses | another method that is documented and tested | technology integrates | equivalent method is documented and tested",
  "9.3.6":
    "customer verifies | closed to its satisfaction | customers verify case closure | customers have approved",
  "9.4":
    "escalated to AWS Support are tracked | regular reviews with the team | lessons learned | internal knowledge base",
  "9.5":
    "Systems, tools | can monitor how all AWS services perform | managed service agreement | act on events and alerts | SLAs or contracts | infrastructure monitoring | CloudWatch metrics | those out of the box for AWS | custom ones for applications | alerting and automated provisioning | third-party AWS tools | service monitoring | simulated end-to-end transactions | by definition | monitoring is proactive | event patterns | tooling used for proactive monitoring",
  "9.6.1":
    "must be implemented | heterogeneous sources of monitoring and logging | well-designed AWS workloads are dynamic | scale with demand | full environment visible | application performance | scale instantly",
  "9.6.2":
    "outliers or anomalies in metrics | rather than from defined thresholds | patterns over time within one metric | cluster member’s metric | found and replaced before an incident | technology should be demonstrated",
  "9.6.3":
    "should be part of the solution | for what is monitored and for what is logged | predictive | trigger actions before an anomaly or threshold breach | root cause | suggests related log events | feedback on relevance | technology should be demonstrated",
  "9.7":
    "gives customers a dashboard and advanced reporting | service intelligence | traditional way of monitoring thresholds | full stack | real time | historical analysis and trending | dashboards and reports made",
  "9.8.1":
    "managed and monitored continuously | audit requirements | new policies and non-compliant changes | apply to AWS managed resources | AWS CloudTrail or AWS Config | EBS encryption settings | network configuration | IAM principals | stays within policy | faster remediation and less time spent on audits | tools and processes for continuous compliance",
  "9.8.2":
    "resource level controls compliant | CIS hardened instances stay hardened | log and configuration files keep their integrity | faster remediation and less time spent on audits | tools and processes for continuous compliance",
  "9.9.1":
    "has a process that detects | acts on all events. | by definition, an event | informational events should be logged | warnings should create alerts | outside its normal pattern | trigger an incident | change of state | another configuration item | alert or notification of one | event management manages events throughout their lifecycle | More: Definitions, on About | demonstration of how | documentation of the processes | IT Service Management | current and scoped to the AWS managed service practice",
  "9.9.2":
    "adds value to customers’ operations programmatically | require customer engagement | filtered and sent to customers",
  "9.10.1":
    "how incidents are identified | logged | categorized | prioritized | investigated and diagnosed | resolved | closed | by definition, an incident | unplanned interruption | loss of its quality | failed configuration item before | manages all incidents through their lifecycle | normal service as quickly as possible | More: Definitions, on About | the documented incident management process | covering these points | IT Service Management | current and scoped to the AWS managed service practice",
  "9.10.2":
    "defined process communicates updates | method, frequency and medium depend on predefined SLAs | overarching impact | incident severity | customers update open incidents | respond according to procedures | documentation of the process | sample from a customer | IT Service Management | current and scoped to the AWS managed service practice",
  "9.11.1":
    "no resolution is known or available | identified proactively from performance trending or monitoring. | by definition, a problem | cause of one or more incidents | investigates it | problems through their lifecycle | prevents incidents proactively | More: Definitions, on About | handed off | identified proactively from performance trending, | pattern analysis | IT Service Management | current and scoped to the AWS managed service practice",
  "9.11.2":
    "can identify root causes | store them in a Known Error Database | appropriate support staff can search | by definition, a KEDB | all known error records | incident and problem management use it | More: Definitions, on About | problems identified | analysed and then entered | simply an Excel file | IT Service Management | current and scoped to the AWS managed service practice",
  "9.12":
    "tracks and manages the assets | deployed on AWS | does asset management use AWS-provided metadata | instance and service-specific | custom resource tags | strategy for tagging resources | integrate AWS assets | by definition, an asset | resource or capability | tracks and reports what assets are worth and who owns them | through their lifecycle | More: References, on About | technology demonstration",
  "9.13.1":
    "change management processes answer | for the AWS business | server images | automatically at launch or manually later | patches and upgrades | homogeneous fleets | OS hardening baselines | security groups or OS firewalls | intrusions or unauthorized changes | More: References, on About | a change is made | in a test environment or a pseudo-production one | documents on policies or processes are reviewed as well",
  "9.13.2":
    "includes a process for rolling changes back | technology demonstration | documented change management process that addresses rollback",
  "9.13.3":
    "Configuration Management Database | configuration records throughout their lifecycle | can be demonstrated",
  "9.14":
    "processes for releasing and deploying applications | infrastructure changes and application deployments blur | CI/CD is broadly supported | for both | coding, testing and versioning | be considered | process or method of software release and deployment | make CI/CD pipelines possible | self-service or managed? | weighted load distribution purposely | test, migrate, roll out or roll back releases | boot-strapping and deployment tools introduce or roll back changes | more infrastructure-aware | active in the infrastructure changes | customers’ application deployment and release management | continuous integration and continuous deployment | as a managed function",
  "9.15.1":
    "managing the release and deployment of infrastructure | reusable | repeatable and highly configurable | define, customize | operating environments and infrastructure stacks | accurately as designed | existing ones are updated | process documentation | both addressing these points",
  "9.15.2":
    "passed the audit for the AWS DevOps Competency | has attained it | acceptance into the AWS DevOps Competency | within the current practice review | points are granted",
  "10.1":
    "has foundational SLAs | its response times | notifications to customers | opens a ticket or makes a request | how long remediation takes | turnaround time | the SLA documentation | supporting processes and metrics",
  "10.2":
    "SLAs for the workloads that customers run | beyond those of the AWS services | business outcomes drive | the SLA documentation | supporting processes and metrics",
  "11.1.1":
    "captured objectively | formal survey process | contact-based surveys | customer’s case is closed | customer review meetings | documentation of the feedback",
  "11.1.2":
    "follow up low scores or customer dissatisfaction | document the resolution | process of following up low scores | example of a customer where it was used",
  "11.2.1":
    "regular review meetings | performance of their services and SLAs | share reports | what a managed solution is worth | unnecessary where these work well | documents of a review meeting | same example as in 11.1.2 | recommendations and reports given",
  "11.2.2":
    "regularly assesses what customers’ infrastructure costs | points out to them | opportunities to optimize | through reporting | documents of a review meeting | same example as in 11.2.1 | cost optimization of the infrastructure | Detailed Billing Report",
  "12.1":
    "currently being done to correct incidents | metrics on how incidents are managed | their number | average time to resolve | common causes | sample reports",
  "12.2":
    "did not affect service | re-route proactively | provisioned by automated triggers | sample reports",
  "12.3":
    "historical performance analysis | several sample periods | overall service performs | how much traffic | sample reports",
  "12.4": "assets and resources under management | sample reports",
  "12.5":
    "thresholds or ranges that the customer specifies | parameters on individual devices themselves | exception reports are raised | sample reports",
  "12.6": "accessible over the web or through a web portal | repository that customers can access",
  "13.1":
    "reviews its internal performance at a regular cadence | recommends improvements | efficiencies in the partner’s operations | customers more satisfied | cadence of internal reviews | implemented through them | billing alerts",
  "13.2":
    "automated against manual recovery activities | regularly reviewed | reduce manual processes | cadence of internal reviews | implemented through them | automated resolution",
  "14.1":
    "performance against objectives continually | records of actions | established objectives are not being met | explanation | put into practice",
};
